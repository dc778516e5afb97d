const known = new WeakMap<Request, Readonly<URL>>();

/** The address of a request, parsed once for all who look at it. */
export function requestUrl(request: Request): Readonly<URL> {
  const found = known.get(request) ?? new URL(request.url);
  known.set(request, found);
  return found;
}
