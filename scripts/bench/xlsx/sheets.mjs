// What sheets hold, and how some of it is said in Excel.

/** Every cell that says something: `{sheet, row, column, text, formula?}`, rows and columns counted from 1. */
export function saidIn({ sheets }) {
  return sheets.flatMap(({ name, rows }) =>
    rows.flatMap(({ cells }, index) =>
      cells.flatMap(({ column, value }) =>
        value.kind === 'empty' ? [] : [{ sheet: name, row: index + 1, column, ...saidBy(value) }],
      ),
    ),
  );
}

/** `&L...&R...` in Excel's code. */
export function footerOf({ footer: { left, right, font, colour } }) {
  const style = `&8&"${font},Regular"&K${colour.slice(1)}`;
  const code = (parts) => parts.map(footerPart).join('');
  return `&L${style}${code(left)}&R${style}${code(right)}`;
}

/** `A1:C3`. */
export function address({ top, left, bottom, right }) {
  return `${letters(left)}${top}:${letters(right)}${bottom}`;
}

/** `'Matrix'!$A$1:$C$3`. */
export function absolute(sheet, { top, left, bottom, right }) {
  const start = `$${letters(left)}$${top}`;
  const end = top === bottom && left === right ? '' : `:$${letters(right)}$${bottom}`;
  return `'${sheet}'!${start}${end}`;
}

function saidBy(value) {
  if (value.kind === 'formula') return { text: String(value.result), formula: value.formula };
  return { text: String(value.text ?? value.number ?? value.date) };
}

function footerPart(part) {
  if (typeof part === 'string') return part.replaceAll('&', '&&');
  return part.page === 'number' ? '&P' : '&N';
}

function letters(column) {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? letters(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}
