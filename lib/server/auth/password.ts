import { hash, verify } from "@node-rs/argon2";

// The second recommendation of OWASP for argon2id, which is the library's default kind.
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// Checked when there is no such user, so that the answer takes as long as for a known one.
let decoy: Promise<string> | null = null;

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), parameters);
}

/** Takes the same time whether or not there is a hash to compare with. */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  decoy ??= hashPassword("decoy");
  const matches = await verify(stored ?? (await decoy), password.normalize("NFKC")).catch(() => false);
  return matches && stored !== null;
}
