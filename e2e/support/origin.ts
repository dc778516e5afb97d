/** Where the console under test stands; what changes something names it, as the console's own pages do. */
export const origin = process.env.E2E_BASE_URL ?? `http://localhost:${process.env.E2E_PORT ?? 3300}`;
