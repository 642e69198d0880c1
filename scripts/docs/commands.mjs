// The help of every command, as the program prints it.
const plain = (text) => text;
const paint = { red: plain, yellow: plain, green: plain, blue: plain, dim: plain, bold: plain };

/** The help of the program, then that of each command; of a word such as `new`, that of each command behind it. */
export async function helpOf(runCommand, commands) {
  const pages = [fence(await help(runCommand, []))];
  for (const words of commands.flatMap((command) => lines(command))) {
    pages.push(`## annex ${words.join(' ')}`, fence(await help(runCommand, words)));
  }
  return pages.join('\n\n');
}

/** The words by which a command is called. One that says nothing about itself is for programs, and hidden. */
function lines({ name, about, commands }) {
  if (about === undefined) return [];
  return commands.length === 0 ? [[name]] : commands.flatMap(lines).map((words) => [name, ...words]);
}

async function help(runCommand, args) {
  let said = '';
  const out = (text) => {
    said += text;
  };
  await runCommand([...args, '--help'], {
    out,
    err: out,
    interactive: false,
    paintOut: paint,
    paintErr: paint,
  });
  return said.trim();
}

function fence(text) {
  return `\`\`\`text\n${text}\n\`\`\``;
}
