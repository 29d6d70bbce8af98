// Loaded into a process before all else: whatever it reads of the date is an hour on after a first SIGUSR2, an hour back after a second.
const HOUR = 3_600_000;
const RealDate = Date;
let [shift, next] = [0, HOUR];
process.on("SIGUSR2", () => {
  [shift, next] = [next, -next];
  process.stderr.write(`the clock reads ${new RealDate(RealDate.now() + shift).toISOString()}\n`);
});
globalThis.Date = class Date extends RealDate {
  constructor(...given) {
    super(...(given.length === 0 ? [RealDate.now() + shift] : given));
  }
  static now() {
    return RealDate.now() + shift;
  }
};
