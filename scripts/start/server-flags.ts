export const serverScript = ".next/standalone/server.js";

/**
 * How Node runs the console. Young objects get three times 16 MB, as in Node before 24, instead of 32: one large import then takes
 * 100 MB less, and answers are made as fast. Addresses may be as long as forms: a query of 16 kB, written as one, is 48.
 */
export const serverFlags = ["--max-semi-space-size=16", "--max-http-header-size=65536"] as const;
