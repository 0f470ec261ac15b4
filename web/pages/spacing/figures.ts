/** Metres as the page of spacing shows them: to the centimetre, and never rounded across what a rule asks. @module */

const MOST_DECIMALS = 6;

/** As many decimals as it takes for a distance to stand on its own side of the limit, two at least: `499.999`, `500.00`. */
export function distanceShown(metres: number, limitM: number): string {
  for (let decimals = 2; decimals < MOST_DECIMALS; decimals++) {
    const text = metres.toFixed(decimals);
    if (metres >= limitM === Number(text) >= limitM) return text;
  }
  return metres.toFixed(MOST_DECIMALS);
}

/** What is missing or left over: a shortfall is never shown as none. */
export function marginShown(metres: number): string {
  const text = distanceShown(Math.abs(metres), Number.MIN_VALUE);
  return metres < 0 ? `−${text}` : text;
}
