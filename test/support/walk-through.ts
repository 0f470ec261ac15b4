/**
 * What each item of the five programmes and the three national packs asks, read off the documents once more, line by
 * line: the number is at least (≥) or at most (≤), `:` so many things on a list, `@` due, `|` a case, `≈` in principle,
 * `~` generally, `?` encouraged, `…` open list, `¥` a subsidy. @module
 */
export const WALK_THROUGH: Readonly<Record<string, string>> = {
  "complete-community": `
service_station: area≥800~ rooms:5
kindergarten: count≥1 classes≥6 area≥2200 land≥3500
nursery: area≥200
elderly_station: count≥1
elderly_day_care: area≥350?
health_room: area≥120
supermarket: area≥300
post_express: count≥1
other_shops: named:4
activity_ground: area≥150
utilities: named:4
community_size: residents≥5000≤12000~
embedded_complex: area≥600~ area_better≥800? functions≥3 core:4 per_100_households≥30/100 per_100_households_better≥80/100?
`,
  "dongfeng-2015": `
culture_center: count≥1@2015-08-20 area≥100@2015-08-20 rooms:5@2015-08-20 square:1@2015-08-20 issued@2015-01-31 surveyed@2015-02-28 planned@2015-03-31 started@2015-04-30 done@2015-08-20 acceptance@2015-09-30
gov_service_station: count≥1@2015-07-20 floor≥1≤1@2015-07-20≈ area≥40@2015-07-20 equipment:13@2015-07-20
security_station: count≥1@2015-08-31 project@2015-01-31 planned@2015-02-28 started@2015-03-31 done@2015-08-31 equipment:4@2015-08-31 ledgers≥10@2015-08-31 rules≥7@2015-08-31
volunteer_station: count≥1@2015-09-30 six_haves:7@2015-09-30
mediation_room: count≥1@2015-09-30 standard:6@2015-09-30
police_room: count≥1@2015-09-30 area≥15@2015-09-30 own_room:3@2015-09-30 unified:4@2015-09-30 six_haves:6@2015-09-30
patrol_room: count≥1@2015-08-31 project@2015-01-31 planned@2015-02-28 started@2015-03-31 done@2015-08-31 area≥10@2015-08-31 order:2@2015-08-31 ten_haves:9of10@2015-08-31
convenience_store: count≥1@2015-09-30 place:1@2015-09-30 area≥30@2015-09-30 goods:4@2015-09-30 vegetable_area≥0.3/1@2015-09-30 vegetable_kinds≥10@2015-09-30 price_tags:1@2015-09-30 price@2015-09-30 standard:4@2015-09-30
breakfast: count≥1@2015-09-30 standard:4@2015-09-30
barber: count≥1@2015-09-30 standard:4@2015-09-30
laundry: count≥1@2015-09-30 standard:4@2015-09-30
pharmacy: count≥1@2015-09-30 standard:4@2015-09-30
finance_outlet: count≥1@2015-09-30 standard:4@2015-09-30
appliance_repair: count≥1@2015-09-30 standard:4@2015-09-30
post_express: count≥1@2015-09-30 standard:4@2015-09-30
housekeeping: count≥1@2015-09-30 standard:4@2015-09-30
recycling: count≥1@2015-09-30 standard:4@2015-09-30
outlets: ledger@2015-02-28 measures@2015-02-28 large_compounds@2015-02-28 agreements@2015-03-31 done@2015-09-30 entry_exit:1@2015-09-30 acceptance@2015-12-31
elderly_day_care: count≥1@2015-10-30 area≥100@2015-10-30 rooms:5@2015-10-30 sited@2015-03-20 planned@2015-05-20 done@2015-10-30
community_life_station: count≥1@2015-09-30 area≥30@2015-09-30 equipment:3@2015-09-30 opening:3d5s@2015-09-30 price@2015-09-30
disabled_rehab_station: count≥1@2015-05-10 floor≥1≤1@2015-05-10 area≥30@2015-05-10 equipment:3@2015-05-10
fitness_place: count≥1 new_2015≥1@2015-11-30 reported@2015-03-31 sited@2015-06-30 equipped@2015-09-30 installed@2015-11-30
unmanaged_compound_pm: four_haves:4@2015-12-31 managed:1@2015-12-31 planned@2015-01-31 split@2015-03-31 acceptance@2015-12-31
programme: showcase@2015-04-30 second_six@2015-06-30 complete@2015-09-30 ¥funding
`,
  "duyun-2013": `
service_center: count≥1 area≥500|rural≥300|urban+old≥300@2015-12-31≈ annex_area≥500? rooms_together≥300~ rooms_together_rural≥300~ plate:1 ¥new_grant
service_hall: area≥100|rural≥80 floor≥1≤1 windows:5… window_agriculture:1… equipment:7
outdoor_ground: count≥1 equipment:2
multi_function_room: area≥60~ equipment:5…
health_fp_room: area≥60 equipment:1
police_room: area≥20 seven:2
mediation_room: area≥30 equipment:1
sports_culture_room: area≥60 equipment:1
office: area≥30 equipment:1
disaster_room: area≥15 equipment:1
reading_room: area≥30 books≥5000 equipment:2 computer:1?
publicity_board: face≥15
affairs_board: face≥15 separate:2
charity_supermarket: area≥30
ten_ones: list:10
community_size: households≥2000≤5000 ¥work_funds ¥work_funds_once
service_area: per_100_households≥50/100|rural≥30@2015-12-31
new_compound: area≥50/100 floor≥1≤2≈ synchronous:3 gates:3 handed_over:3
workers: ratio≥1/400≈ duty≥2
organisation: staff_rural≥5≤7~ staff_urban≥7≤11 committee≥5≤7~ council≥7≤9~ posts≥13 party:2 window_staff≥1 full_days:1
mechanisms: cases≤7~ rules:6 appraisal/year
volunteers: teams≥5@2015-12-31 registered≥0.1/1@2015-12-31 taking_part≥0.3/1@2015-12-31
social_organisations: count≥5@2015-12-31
rural_stations: six:6
rural_infrastructure: twelve:12
rural_rollout: named_2012@2012-12-31 share_2012≥0.3@2012-12-31 started@2013-12-31 upgrade@2014-12-31
city: harmonious≥1@2015-12-31 national_model≥0.2@2015-12-31 rural_built≥0.6@2015-12-31 facility_coverage≥0.9@2015-12-31 autonomy≥0.9@2016-12-31
`,
  "gb50180-2018": `
junior_school: radius:1000m~ walk:1000m?
primary_school: radius:500m~ walk:500m?
kindergarten: radius:300m~ walk:300m? classes≥3≤12~
nursery: radius:300m~ walk:300m?
community_health_center: radius:1000m~ walk:1000m? area≥1700~
outpatient_department: radius:1000m~ walk:1000m?
health_room: radius:300m~ walk:300m? area≥120~ floor≥1≤1~ entrance:1~
elderly_day_care: radius:300m~ walk:300m? area≥350~
culture_center: radius:1000m~ walk:1000m? area≥3000~
culture_station: radius:500m~ walk:500m? area≥250~
street_service_center: radius:1000m~ walk:1000m? area≥700~
community_service_station: radius:300m~ walk:300m? area≥600~
farmers_market: radius:500m~ walk:500m? area≥750~
fitness_center: radius:1000m~ walk:1000m? area≥2000~
sports_field_medium: radius:500m~ walk:500m? area≥1310~
sports_field_small: radius:300m~ walk:300m? area≥800~
fitness_ground: radius:300m~ walk:300m? area≥150~
bus_stop: radius:500m~ walk:500m?
waste_drop_site: radius:70m~ walk:70m?
nursing_home: beds≥100≤500~
convenience_store: area≥50~ per_people≥1/3000~
recycling: area≥6~ per_people≥1/3000~
circle_size: residents≥50000≤100000? dwellings≥17000≤32000?
`,
  "guanghe-2019": `
school: count≥1~ reach:15min~
publicity_board: count≥1~
affairs_board: count≥1~
farmers_market: count≥1~ reach:15min~
parking_lot: count≥1~ reach:15min~
public_toilet: count≥1~ reach:15min~
waste_drop_site: count≥1~ reach:15min~
committee_office: count≥1~ reach:15min~
reading_room: count≥1~ reach:15min~
police_room: count≥1~ reach:15min~
mediation_room: count≥1~ reach:15min~
health_room: count≥1~ reach:15min~
community_service_center: count≥1~ reach:15min~
party_mass_center: count≥1~ reach:15min~
indoor_activity_center: count≥1~
outdoor_sports_center: count≥1~ reach:15min~
culture_center: count≥1~ reach:15min~
elderly_day_care: count≥1~ reach:15min~
dining: count≥1~ reach:15min~
convenience_store: count≥1~ reach:15min~
barber: count≥1~ reach:15min~
laundry: count≥1~ reach:15min~
pharmacy: count≥1~ reach:15min~
finance_outlet: count≥1~ reach:15min~
post_outlet: count≥1~ reach:15min~
housekeeping: count≥1~ reach:15min~
telecom_service: count≥1~ reach:15min~
survey: baseline:7
gov_hall: one_stop:3 list:3 all_round:1
outlets: layout:2 smart_store:1? chain_share≥0/1?
health_service: services:3 day_care:1
community_health_center: count≥1
kindergarten: count≥1
culture_sports: places:6 activities:2
safety: team:5
emergency_hut: count≥1
welfare: organisations:3 brands≥2 festivals:5
provider: certified:4 published:3 unified:3 reviewed:1
mechanism: opening:1? joint_meeting:1 evaluation:3 supervision:2 shared_use:1? ¥funding
`,
  "jingzhou-2016": `
party_mass_center: count≥1 area≥500|newly_built≥1000 rooms_together≥500~ design:3
service_hall: area≥80~ floor≥1≤1~ equipment:8 published:5
mediation_room: area≥20~
police_room: area≥20~
family_planning_room: area≥20~
social_work_room: area≥20~
charity_store_room: area≥20~
community_office: area≥40~
auxiliary_rooms: area≥20~
deliberation_room: area≥40~
party_activity_room: area≥60~ capacity≥50~ equipment:4
social_org_room: area≥20~
sports_culture_room: area≥90~ capacity≥10~ equipment:4
reading_room: area≥40~ computers≥2~ equipment:5…
disabled_rehab_room: area≥20~
affairs_board: count≥1 face≥4~ columns:7… form:2
outdoor_square: area≥500~
accessible_toilet: count≥1
signs: front:1 plates≥3≤3 form:2~ grading:1
daily_management: clean_daily/day clean_weekly/week cleaner:1? files:2
functions: five:5 agency:3 participation:2 education:2 stability:2
plan_approval: gate:3 checked:3
supervision: inspected rectified:2
city: below_500≤0@2019-09-29 share_1000≥0.3@2019-09-29 all_standard≥1@2019-09-29 below_500_posted≤0@2020-04-05 share_1000_posted≥0.3@2020-04-05 ¥award
`,
  "jinshui-2013": `
culture_center: count≥1 area≥100 rooms:5of6 square:1 free:2 administrator≥1 ledgers:4 equipped@2013-10-31 built@2013-12-31 rebuilt@2013-12-31 new_2013≥70@2013-12-31 monthly/month ¥grant
culture_troupe: count≥1
kindergarten: count≥1@2015-12-31~ licence:1 new_2013≥10@2013-12-31 total_2013≥150@2013-12-31 total_2015≥170@2015-12-31 ¥awards
training_institution: new_2013≥10@2013-12-31 ratio≥1/1~ licence:1 ¥commendation
fitness_place: count≥3 installed@2013-10-15 inspected:3 ¥cost
fitness_trail: new_2013≥3@2013-12-31 ¥grant
rural_fitness_project: new_2013≥7@2013-12-31
pocket_park_seating: nongye_bench≥3.6@2013-12-31 nongye_tree≥48@2013-12-31 hongqi≥144@2013-12-31 songzhai≥47.4@2013-12-31 ¥award
daily_life_circle: built@2013-11-30 applied@2013-12-05 acceptance@2013-12-20 weekly/week ¥grant
convenience_store: count≥1@2013-11-30
appliance_repair: count≥1@2013-11-30…
housekeeping: count≥1@2013-11-30…
breakfast: count≥1@2013-11-30…
agency_service: count≥1@2013-11-30…
telecom_service: count≥1@2013-11-30…
post_express: count≥1@2013-11-30…
laundry: count≥1@2013-11-30…
barber: count≥1@2013-11-30…
recycling: count≥1@2013-11-30…
pet_service: count≥1@2013-11-30…
community_life_station: count≥1@2013-11-30 count_2014≥3@2014-12-31 count_2014_excepted≥2@2014-12-31 area≥30@2013-11-30 equipment:2@2013-11-30 opening:3d5s@2013-11-30 qualified:1@2013-11-30 price@2013-11-30 ¥grant
contracted_outlet: process:4@2013-11-30 ledger:4@2013-11-30
query_platform: in_use@2014-06-30 functions:4@2014-06-30 ¥fund
premises: recorded≥0? ¥grant
publicity: channels:1 map:1? handbook:1?
inspection: details:2 points:4 satisfaction≥satisfaction_threshold
street_service_center: count≥1@2014-12-31 prepared@2013-12-31 area≥100@2014-12-31 form:3@2014-12-31 windows:6@2014-12-31 hall:4@2014-12-31 acceptance≥90@2014-12-31 meeting/month ¥grant
community_service_station: count≥1@2014-12-31 staff:2@2014-12-31 floor≥1≤1@2014-12-31≈ equipment:10@2014-12-31 acceptance≥90@2014-12-31 ledger/month ¥grant
medical_institution: count≥1@2013-09-30 new_areas@2013-11-30 reach:15min clinic_spacing:500m outpatient_spacing:1000m
area_doctor_team: count≥1@2013-09-30
pharmacy: count≥1 boards:3@2014-03-31 ¥boards_grant
security_station: count≥1 by_9≥1@2013-09-30 by_10≥2@2013-10-31 by_11≥3@2013-11-30 new≥67@2013-12-31 name:5 ledgers≥10 rules≥7 records:3 own_premises:1? ¥grant
police_room: count≥1 by_9≥1@2013-09-30 by_10≥2@2013-10-31 by_11≥3@2013-11-30 new≥67@2013-12-31 area≥15|rural≥20 own_room:3 unified:4 six_haves:6 channels:3 ¥grant
patrol_team: count≥1 by_9≥1@2013-09-30 by_10≥2@2013-10-31 by_11≥3@2013-11-30 new≥67@2013-12-31 books:3 ¥grant
patrol_room: area≥10 ten_haves:9of10
mediation_room: count≥1 by_9≥1@2013-09-30 by_10≥2@2013-10-31 by_11≥3@2013-11-30 new≥67@2013-12-31 standard:6 ¥grant
volunteer_patrol: count≥1 by_9≥1@2013-09-30 by_10≥2@2013-10-31 by_11≥3@2013-11-30 new≥67@2013-12-31 standard:4 members≥6 ¥grant
safety_volunteer_team: count≥1 by_9≥1@2013-09-30 by_10≥2@2013-10-31 by_11≥3@2013-11-30 new≥67@2013-12-31 standard:3 members≥10 ¥grant
elderly_day_care: count≥1@2013-11-30 area≥100@2013-11-30~ rooms:5@2013-11-30 inspected new_2013≥8@2013-11-30 new_2014≥16@2014-12-31 new_2015≥22@2015-12-31 weekly/week monthly/month ¥one_off ¥running
elderly_activity_room: count≥1@2013-11-30 standard:1@2013-11-30 new_2013≥5@2013-11-30 new_2014≥9@2014-12-31 new_2015≥13@2015-12-31 ¥grant
volunteer_station: count≥1@2013-12-31 six_haves:7@2013-12-31 ¥grant
disabled_rehab_station: count≥1@2013-12-31 floor≥1≤1@2013-12-31 area≥30@2013-12-31 equipment:3@2013-12-31 weekly/week ¥grant
youth_reading_room: count≥1@2013-12-31 area≥20@2013-12-31 equipment:6@2013-12-31 books≥5000@2013-12-31 subjects:3@2013-12-31 ¥grant
volunteer_mobile_team: count_2013≥2@2013-12-31 count≥6 members≥8@2013-12-31 groups:5@2013-12-31… books:2@2013-12-31 ¥equipment ¥daily
`,
  "mofcom-circle": `
convenience_store: count≥1 reach:15min
supermarket: count≥1 reach:15min
farmers_market: count≥1 reach:15min
fresh_food_shop: count≥1 reach:15min
breakfast: count≥1 reach:15min
laundry: count≥1 reach:15min
barber: count≥1 reach:15min
photo_print: count≥1 reach:15min
housekeeping: count≥1 reach:15min
appliance_repair: count≥1 reach:15min
pharmacy: count≥1 reach:15min
post_express: count≥1 reach:15min
recycling: count≥1 reach:15min
nursing_home: count≥1? reach:15min?
nursery: count≥1? reach:15min?
fitness_room: count≥1? reach:15min?
cafe: count≥1? reach:15min?
pet_service: count≥1? reach:15min?
book_shop: count≥1? reach:15min?
dining: count≥1? reach:15min?
training_institution: count≥1? reach:15min?
circle: satisfaction≥0.9@2030-12-31 chain_share≥0.3/1@2030-12-31 service_area≥30/100@2030-12-31
`,
};
