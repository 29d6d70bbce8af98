/**
 * For how long a server may take a data version that it has read for the present one, in milliseconds from the start of
 * that read. Servers and seeders have to agree on it, so that it is no setting.
 */
export const VERSION_LEASE_MS = 1000;

/**
 * For how long a seeder waits, from the end of its last write, before it says that it is done: by then no server trusts
 * an older version. The difference is for clocks and timers that are not quite even.
 */
export const VERSION_WAIT_MS = VERSION_LEASE_MS + 200;
