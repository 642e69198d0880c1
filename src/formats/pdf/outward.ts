/** What links may lead to within a file: the members of a pack. */
export type Anchors = { has(anchor: string): boolean };

/** Only addresses that leave the document become links, and `#anchor` of a member of the pack; anything else stays text. */
export function leadsSomewhere(href: string, anchors: Anchors): boolean {
  return /^(https?:|mailto:)/iu.test(href) || (leadsInside(href) && anchors.has(href.slice(1)));
}

export function leadsInside(href: string): boolean {
  return href.startsWith('#');
}
