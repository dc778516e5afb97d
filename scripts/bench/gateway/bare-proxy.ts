// Passes questions on to the port that it is told and answers back, and nothing else: what any gateway costs on this machine.
import { Agent, createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

const port = Number(process.argv[2]);
const agent = new Agent({ keepAlive: true });
const server = createServer(({ url }, outgoing) => {
  const asked = request({ host: "127.0.0.1", port, path: url, agent }, (answer) => {
    const chunks: Buffer[] = [];
    answer.on("data", (chunk: Buffer) => chunks.push(chunk));
    answer.on("end", () => {
      const body = Buffer.concat(chunks);
      outgoing.writeHead(answer.statusCode ?? 502, { "content-length": body.length }).end(body);
    });
  });
  asked.on("error", () => outgoing.destroy());
  asked.end();
});
server.listen(0, "127.0.0.1", () => console.log((server.address() as AddressInfo).port));
