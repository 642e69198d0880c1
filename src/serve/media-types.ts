const text = 'charset=utf-8';

const byEnding: Readonly<Record<string, string>> = {
  css: `text/css; ${text}`,
  csv: `text/csv; ${text}`,
  html: `text/html; ${text}`,
  ico: 'image/x-icon',
  js: `text/javascript; ${text}`,
  json: 'application/json',
  md: `text/markdown; ${text}`,
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  ttf: 'font/ttf',
  txt: `text/plain; ${text}`,
  woff2: 'font/woff2',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xml: 'application/atom+xml; charset=utf-8',
};

/** What a published file is, by its name: browsers are told never to guess. */
export function mediaTypeOf(path: string): string {
  if (path === 'SHA256SUMS') return `text/plain; ${text}`;
  const ending = /\.(\w+)$/.exec(path)?.[1] ?? '';
  return byEnding[ending] ?? 'application/octet-stream';
}
