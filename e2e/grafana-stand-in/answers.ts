import type { Answer, Json, JsonObject } from "./types.ts";

export const ok = (body: Json): Answer => ({ status: 200, body });

/** Grafana's usual error: a message and, for some, a machine-readable status. */
export function refuse(status: number, message: string, reason?: string): Answer {
  return { status, body: reason === undefined ? { message } : { message, status: reason } };
}

/** The other error form: a list, from the layer that reads bodies. */
export function refuseBody(status: number, problems: JsonObject[]): Answer {
  return { status, body: problems, contentType: "application/json; charset=utf-8" };
}

export const permissionDenied = (): Answer => refuse(403, "Permission denied");

/** Thrown where a rule deep in a verb decides the answer. */
export class Refusal extends Error {
  readonly answer: Answer;

  constructor(answer: Answer) {
    super("refused");
    this.answer = answer;
  }
}
