import { refuse } from "./answers.ts";
import type { Store } from "./store.ts";
import type { Answer, Call, Datasource } from "./types.ts";

export const proxyById = (_store: Store, call: Call) =>
  pass(call, call.caller.org.datasources.get(Number(call.params[0])));

export const proxyByUid = (_store: Store, call: Call) =>
  pass(
    call,
    [...call.caller.org.datasources.values()].find((source) => source.uid === call.params[0]),
  );

/** Hands a query to the data source's own server; a dead one is a 502 without a body. */
async function pass(call: Call, source: Datasource | undefined): Promise<Answer> {
  if (!source) return refuse(500, "Unable to load datasource meta data");
  const url = `${source.url.replace(/\/+$/, "")}/${call.params[1]}?${call.query}`;
  try {
    const isPost = call.method === "POST";
    const headers = isPost ? { "content-type": call.headers["content-type"] ?? "" } : undefined;
    const body = isPost ? new Uint8Array(call.rawBody) : undefined;
    const answer = await fetch(url, { method: call.method, headers, body });
    return { status: answer.status, body: await answer.json() };
  } catch {
    return { status: 502, body: undefined };
  }
}
