import type { ResolveInput } from "@/lib/shared/variables/resolve-variables";

type Ask = ResolveInput["ask"];

const mostKept = 200;

/** The same question is asked once for as long as the page is open; one that failed is asked again. */
export function askOnce(ask: Ask): Ask {
  const answers = new Map<string, Promise<unknown>>();
  return (datasource, path, params) => {
    const key = JSON.stringify([datasource, path, params]);
    const known = answers.get(key);
    if (known) return known;
    const answer = ask(datasource, path, params).catch((error: unknown) => {
      answers.delete(key);
      throw error;
    });
    answers.set(key, answer);
    for (const oldest of answers.keys()) {
      if (answers.size <= mostKept) break;
      answers.delete(oldest);
    }
    return answer;
  };
}
