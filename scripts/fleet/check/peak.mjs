// Loaded into the command before it: says at its end how much memory it had at most, in bytes.
process.on('exit', () => {
  process.stderr.write(`peak ${process.resourceUsage().maxRSS * 1024}\n`);
});
