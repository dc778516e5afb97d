import { connect } from "node:net";

/** What a request is made of, byte by byte: no client in between mends it. */
export interface RawRequest {
  method?: string;
  target: string;
  version?: string;
  headers?: string[];
  body?: Buffer | string;
}

export interface RawAnswer {
  /** 0 where the connection was closed without an answer. */
  status: number;
  text: string;
}

/** Writes all requests in one go and reads until the other side closes or has nothing more to say. */
export function sendRaw(baseURL: string | undefined, ...requests: RawRequest[]): Promise<RawAnswer> {
  const { hostname, port, host } = new URL(baseURL ?? "");
  const quietMs = 1_500;
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    const chunks: Buffer[] = [];
    const end = () => {
      socket.destroy();
      const text = Buffer.concat(chunks).toString("latin1");
      resolve({ status: Number(/^HTTP\/1\.\d (\d{3})/.exec(text)?.[1] ?? 0), text });
    };
    socket.setTimeout(quietMs, end);
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("close", end);
    socket.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ECONNREFUSED") reject(error);
      else end();
    });
    const last = requests.length - 1;
    socket.write(Buffer.concat(requests.map((one, index) => bytesOf(one, host, index === last))));
  });
}

function bytesOf(
  { method = "GET", target, version = "HTTP/1.1", headers = [], body = "" }: RawRequest,
  host: string,
  isLast: boolean,
): Buffer {
  const own = headers.some((line) => /^host:/i.test(line)) || version === "HTTP/1.0" ? [] : [`Host: ${host}`];
  const stays = !isLast || headers.some((line) => /^connection:/i.test(line));
  const all = [...own, ...headers, ...(stays ? [] : ["Connection: close"])];
  const head = [`${method} ${target} ${version}`, ...all].join("\r\n");
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`, "latin1"), Buffer.from(body)]);
}

export function chunked(...parts: string[]): string {
  return `${parts.map((part) => `${Buffer.byteLength(part).toString(16)};x="y"\r\n${part}\r\n`).join("")}0\r\n`;
}
