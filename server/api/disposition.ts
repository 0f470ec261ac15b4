/** What a browser calls a file that it keeps. @module */

/** RFC 6266: the name in UTF-8, and one in ASCII for those who do not know it. */
export function disposition(name: string, plainName: string): string {
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plainName}"; filename*=UTF-8''${encoded}`;
}
