export function ok(body: unknown): Response {
  return Response.json(body);
}

export function created(body: unknown): Response {
  return Response.json(body, { status: 201 });
}

export function noContent(): Response {
  return new Response(null, { status: 204 });
}

/** An answer whose `document` is put in as it is stored: parsing and writing it again would lose digits. */
export function okWithDocument({ documentText, ...rest }: { documentText: string }): Response {
  const body = `${JSON.stringify(rest).slice(0, -1)},"document":${documentText}}`;
  return new Response(body, { headers: { "Content-Type": "application/json" } });
}
