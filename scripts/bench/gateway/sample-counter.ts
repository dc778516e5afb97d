import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface SampleCounter {
  url: string;
  seen: { requests: number; samples: number; rules: number };
  stop(): Promise<void>;
}

/** Stands before a Prometheus, passes questions on, and has Prometheus itself say how many samples each of them reads. */
export async function startSampleCounter(prometheusUrl: string): Promise<SampleCounter> {
  const seen = { requests: 0, samples: 0, rules: 0 };
  const server = createServer(async (request, response) => {
    if (request.url?.startsWith("/api/v1/rules")) {
      seen.rules += 1;
      return void response.end(await (await fetch(`${prometheusUrl}${request.url}`)).text());
    }
    let body = "";
    for await (const chunk of request) body += chunk;
    const ask = (form: string) =>
      fetch(`${prometheusUrl}${request.url}`, {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: form,
      });
    const counted: { data?: { stats?: { samples?: { totalQueryableSamples?: number } } } } = await (
      await ask(`${body}&stats=all`)
    ).json();
    seen.requests += 1;
    seen.samples += counted.data?.stats?.samples?.totalQueryableSamples ?? 0;
    const answer = await ask(body);
    response.writeHead(answer.status, { "content-type": "application/json" }).end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
