/** Only addresses that leave the document become links; anything else stays text. */
export function leadsOutside(href: string): boolean {
  return /^(https?:|mailto:)/iu.test(href);
}
