import { createServer as createHttpServer } from "node:http";
import { type AddressInfo, createServer as createTcpServer, type Server } from "node:net";

export interface Received {
  path: string;
  body: string;
  authorization: string | undefined;
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

/** Stands in for Slack, PagerDuty and a webhook: takes every request and keeps it. */
export async function httpSink() {
  const received: Received[] = [];
  const server = createHttpServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { url = "", headers } = request;
    received.push({
      path: url,
      body: Buffer.concat(chunks).toString(),
      authorization: headers.authorization,
    });
    response.writeHead(url === "/pagerduty" ? 202 : 200).end("ok");
  });
  const port = await listen(server);
  return { url: `http://127.0.0.1:${port}`, received, close: () => server.close() };
}

/** Stands in for a mail server: takes every message, without TLS or a password. */
export async function smtpSink() {
  const mails: string[] = [];
  const server = createTcpServer((socket) => {
    let mail: string | null = null;
    socket.on("error", () => socket.destroy());
    socket.write("220 sink\r\n");
    socket.on("data", (data) => {
      for (const line of data.toString().split(/(?<=\r\n)/)) {
        if (mail === null) {
          const starts = line.startsWith("DATA");
          if (starts) mail = "";
          socket.write(starts ? "354 go on\r\n" : "250 ok\r\n");
          if (line.startsWith("QUIT")) socket.end();
        } else if (line === ".\r\n") {
          mails.push(mail);
          mail = null;
          socket.write("250 ok\r\n");
        } else mail += line;
      }
    });
  });
  return { port: await listen(server), mails, close: () => server.close() };
}
