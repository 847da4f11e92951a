// The least that a native host can be: every byte comes back as it came, and the end of input is the end.
process.stdin.pipe(process.stdout);
