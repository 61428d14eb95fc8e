// Loaded before a program that must not outlive the script that started it: the channel between
// the two closes however that script ended, also when it was killed.
if (process.send) {
  process.once("disconnect", () => {
    setTimeout(() => process.exit(1), 5000).unref();
    process.kill(process.pid, "SIGTERM");
  });
}
