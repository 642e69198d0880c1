const normal = (text) => text.replace(/\s+/gu, ' ').trim();

/**
 * Counts what of a page was found: rows by section and activity, then by activity alone; cells by their codes.
 *
 * @param report what `annex import --json` said; undefined where it said nothing that can be read
 */
export function comparePage({ path, isShape, truth }, { code, err, report }) {
  const expected = truth.filter(({ isRow }) => isRow);
  const open = [...(report?.rows ?? [])];
  const score = {
    path,
    isShape,
    expected: expected.length,
    found: 0,
    extra: 0,
    right: 0,
    wrong: 0,
    flagged: 0,
    faults: [],
  };
  const signs = new Map();
  for (const row of expected) {
    const found = take(open, row);
    if (found === undefined) {
      // A page that is refused as a whole names no owner, so none of its cells is wrong.
      score.flagged += report?.rows.length === 0 ? row.cells.length : 0;
      if (!isRefused(report, row)) score.faults.push(`missing: ${row.activity}`);
      continue;
    }
    score.found++;
    compareCells(row, found, report, signs, score);
  }
  score.extra = open.length;
  score.faults.push(...open.map(({ line, activity }) => `extra, line ${line}: ${activity}`));
  if (report === undefined) score.faults.push(`no report (exit code ${code}): ${err.slice(0, 200)}`);
  return score;
}

function take(open, row) {
  const same = open.filter(({ activity }) => normal(activity) === normal(row.activity));
  const near = same.find(({ section }) => normal(row.section).endsWith(normal(section.at(-1)?.title ?? ' ')));
  const found = near ?? same[0];
  if (found !== undefined) open.splice(open.indexOf(found), 1);
  return found;
}

function isRefused(report, row) {
  return report?.refused.some(({ text }) => normal(text).includes(normal(row.activity))) ?? false;
}

function compareCells(row, found, report, signs, score) {
  const flags = report.flagged.filter((flag) => flag.row === found.row);
  const heads = Object.keys(found.seen);
  for (const [index, cell] of row.cells.entries()) {
    const head = heads[index];
    const party = Object.keys(found.codes)[index];
    if (flags.some((flag) => flag.party === null || flag.party === party)) score.flagged++;
    else if (isRight(row, cell, found, head, party, signs)) score.right++;
    else {
      score.wrong++;
      score.faults.push(
        `wrong, line ${found.line}: '${cell}' was read as '${found.codes[party]}' (${row.activity})`,
      );
    }
  }
}

function isRight(row, cell, found, head, party, signs) {
  const seen = normal(found.seen[head] ?? '');
  if (row.kind === 'role-columns') return isTurnedRight(cell, head, found);
  const codes = found.codes[party];
  if (codes === undefined || codes === null) return false;
  if (isLetters(cell)) return letters(codes) === letters(normal(cell));
  return seen === normal(cell) && isSteady(bare(seen), codes, signs);
}

const isLetters = (cell) => /^(?:[RACISV\s,/&+]*|N\/A|[-–—])$/u.test(normal(cell));

function letters(codes) {
  return [...new Set(codes === 'N/A' ? '' : codes.replace(/[^A-Z]/gu, ''))].sort().join('');
}

const standard = { responsible: 'R', accountable: 'A', consulted: 'C', informed: 'I' };

/** A word of the page is one sign all over the page: itself, or the standard one where it is a standard word. */
function isSteady(word, codes, signs) {
  const known = signs.get(word) ?? codes;
  signs.set(word, codes);
  return known === codes && (codes === word || (standard[word.toLowerCase()] ?? codes) === codes);
}

const bare = (text) => text.replace(/[*†‡§]+$/u, '');

/** Columns called R, A, C, I with teams in their cells: each team of a cell has that sign, and no other team has. */
function isTurnedRight(cell, head, found) {
  const sign = standard[head.toLowerCase()] ?? head;
  const teams = cell
    .split(/[,;]/u)
    .map(normal)
    .filter((team) => team !== '' && team !== 'N/A');
  const holders = Object.keys(found.codes).filter((team) => (found.codes[team] ?? '').includes(sign));
  return teams.sort().join() === holders.map(normal).sort().join();
}
