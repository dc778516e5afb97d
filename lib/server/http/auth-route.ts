import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth from "next-auth";
import { authOptions } from "@/lib/server/auth/auth-options";
import { isJsonObject } from "@/lib/shared/json";
import { assertSameOrigin } from "./assert-same-origin";
import { parseJsonText, readTextBody } from "./read-json-body";
import { ownOrigin } from "./request-origin";
import { runRoute } from "./run-route";
import type { RouteHandler } from "./tenant-route";

type Fields = Record<string, string>;

function parseCookies(header: string | null): Fields {
  const pairs = (header ?? "").split(";").map((pair) => {
    const at = pair.indexOf("=");
    const value = pair.slice(at + 1).trim();
    return [pair.slice(0, Math.max(at, 0)).trim(), URL.canParse(`x:${value}`) ? safeDecode(value) : value];
  });
  return Object.fromEntries(pairs.filter(([name]) => name));
}

function safeDecode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

async function readFields(request: Request): Promise<Fields> {
  if (request.method !== "POST") return {};
  const text = await readTextBody(request, 100_000);
  if (!request.headers.get("content-type")?.includes("application/json")) {
    return Object.fromEntries(new URLSearchParams(text));
  }
  const json = parseJsonText(text);
  const entries = isJsonObject(json) ? Object.entries(json) : [];
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

/** Only the path of an address counts, and only of our own: next-auth never learns another origin. */
function pathOf(address: string, own: string): string {
  if (!URL.canParse(address, own)) return "/";
  const url = new URL(address, own);
  return url.origin === new URL(own).origin ? `${url.pathname}${url.search}` : "/";
}

function withOwnCallback(fields: Fields, own: string): Fields {
  return fields.callbackUrl === undefined
    ? fields
    : { ...fields, callbackUrl: pathOf(fields.callbackUrl, own) };
}

/** Stands in for the response object of the pages router, the one form that leaves headers and origin to us. */
function recordResponse() {
  const headers = new Map<string, string | string[]>();
  const recorded = { status: 200, body: null as unknown };
  const response = {
    status(code: number) {
      recorded.status = code;
      return response;
    },
    getHeader: (name: string) => headers.get(name.toLowerCase()),
    setHeader(name: string, value: string | string[]) {
      headers.set(name.toLowerCase(), value);
      return response;
    },
    json(body: unknown) {
      recorded.body = body;
    },
    send(body: unknown) {
      recorded.body = body;
    },
    end: () => undefined,
  };
  return { response, recorded, headers };
}

/** next-auth answers with addresses of the origin it assumes; people get those of the one they are on. */
function toOwnAddress(address: string, own: string): string {
  const url = new URL(address, own);
  return `${own}${url.pathname}${url.search}${url.hash}`;
}

function toResponse({ recorded, headers }: ReturnType<typeof recordResponse>, own: string): Response {
  const result = new Headers();
  for (const [name, value] of headers) {
    for (const one of [value].flat()) result.append(name, name === "location" ? toOwnAddress(one, own) : one);
  }
  const { body } = recorded;
  if (body === null || body === undefined || typeof body === "string") {
    return new Response(body ?? null, { status: recorded.status, headers: result });
  }
  const answer = isRedirectAnswer(body) ? { url: toOwnAddress(body.url, own) } : body;
  result.set("Content-Type", "application/json");
  return Response.json(answer, { status: recorded.status, headers: result });
}

function isRedirectAnswer(body: unknown): body is { url: string } {
  return typeof body === "object" && body !== null && "url" in body && typeof body.url === "string";
}

// next-auth reads and calls nothing of the pages router's objects but what is given here.
async function callNextAuth(request: object, response: object): Promise<void> {
  await NextAuth(request as NextApiRequest, response as NextApiResponse, authOptions());
}

/**
 * next-auth's routes. Its own token guards sign-in and sign-out, so a missing Origin is no reason to refuse; a foreign
 * one is.
 */
export const authRoute: RouteHandler = (request, context) =>
  runRoute(request, context, async (_facts, params) => {
    if (request.headers.has("origin")) assertSameOrigin(request);
    const own = ownOrigin(request);
    const query = withOwnCallback(Object.fromEntries(new URL(request.url).searchParams), own);
    const record = recordResponse();
    const body = withOwnCallback(await readFields(request), own);
    const cookies = parseCookies(request.headers.get("cookie"));
    const nextauth = [params.nextauth ?? []].flat();
    const { host: _, ...headers } = Object.fromEntries(request.headers);
    const incoming = { method: request.method, headers, query: { ...query, nextauth }, cookies, body };
    await callNextAuth(incoming, record.response);
    return toResponse(record, own);
  });
