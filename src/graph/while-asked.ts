import { ClientLeft } from "../errors";

/**
 * The outcome of `work`, as long as somebody waits for it.
 * @throws ClientLeft as soon as the signal is aborted; what becomes of `work` then concerns nobody
 */
export async function whileAsked<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  let leave: (() => void) | undefined;
  const left = new Promise<never>((_, reject) => {
    leave = () => reject(new ClientLeft("Whoever asked has left; the statement was given up."));
    if (signal.aborted) leave();
    else signal.addEventListener("abort", leave, { once: true });
  });
  try {
    return await Promise.race([work, left]);
  } finally {
    if (leave) signal.removeEventListener("abort", leave);
    work.catch(() => undefined);
  }
}
