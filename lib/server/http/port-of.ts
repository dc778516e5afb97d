/** The port that a URL leads to, also where it is its scheme's own and so not written. */
export function portOf({ port, protocol }: URL): string {
  return port || (protocol === "https:" ? "443" : "80");
}
