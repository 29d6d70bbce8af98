/** Before that, a rate says nothing. */
const SETTLED_MS = 1000;

/** `12,300 a second, 1 min 40 s left`; empty while too little was done to tell. */
export function rateAndTimeLeft(done: number, total: number, elapsedMs: number): string {
  if (done === 0 || elapsedMs < SETTLED_MS) return "";
  const rate = done / (elapsedMs / 1000);
  return `${Math.round(rate).toLocaleString("en")} a second, ${inWords(Math.ceil((total - done) / rate))} left`;
}

function inWords(seconds: number): string {
  if (seconds < 60) return `${String(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${String(minutes)} min ${String(seconds % 60)} s`
    : `${String(Math.floor(minutes / 60))} h ${String(minutes % 60)} min`;
}
