/** A fresh uid of 14 characters that Grafana accepts. */
export function newUid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
