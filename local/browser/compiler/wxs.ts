/**
 * WXS is nearly JavaScript. What differs: `x.constructor` is the name of the type, `getRegExp` takes its pattern as
 * written, without escapes, and `require` names a file with its suffix.
 */
export function adaptWxs(source: string): string {
  return source
    .replace(/([\w$]+(?:\[[^\]]+\]|\.(?!constructor\b)[\w$]+)*)\.constructor\b/g, 'wxsType($1)')
    .replace(
      /getRegExp\(\s*(['"])(.*?)\1/g,
      (_, quote: string, pattern: string) => `getRegExp(${quote}${pattern.replace(/\\/g, '\\\\')}${quote}`,
    )
    .replace(/require\(\s*(['"])(.*?)\.wxs\1\s*\)/g, 'require($1$2$1)')
}

export function adaptInlineWxs(wxml: string): string {
  return wxml.replace(
    /(<wxs\s+module="[^"]*"\s*>)([\s\S]*?)(<\/wxs>)/g,
    (_, open: string, body: string, close: string) => open + adaptWxs(body) + close,
  )
}

/** Paths that a script requires, as written but without the suffix. */
export function wxsRequires(source: string): string[] {
  return [...source.matchAll(/require\(\s*['"](.*?)\.wxs['"]/g)].map(match => match[1] ?? '')
}
