import type { PanelData, TargetResult } from "@/lib/shared/panels/panel-data";
import type { PanelBatchLine, PanelBatchRequest, TargetError } from "@/lib/shared/prometheus/panel-batch";
import { type FetchPanelBatch, fetchPanelBatch } from "./fetch-panel-batch";
import { mergePanelAnswer } from "./merge-panel-answer";
import {
  isRefresh,
  mayUse,
  type PageQuestion,
  type PanelNeed,
  sameQuestion,
  sameValues,
} from "./page-question";

type PanelRequest = PanelBatchRequest["panels"][number];

interface Entry {
  need: PanelNeed;
  data: PanelData;
  listeners: Set<() => void>;
  /** Asked with the present question and need; cleared by whatever changes them. */
  asked: boolean;
  batch: Batch | null;
  collected: { results: TargetResult[]; errors: TargetError[] };
}

interface Batch {
  controller: AbortController;
  keys: Set<string>;
}

const gatherMs = 1;
/** A panel whose width changes is asked again when it has come to rest. */
const resizeMs = 300;

/** Collects what the panels of a page need and asks for it in one request; keeps the last data of each. */
export class PanelDataStore {
  readonly #entries = new Map<string, Entry>();
  readonly #fetch: FetchPanelBatch;
  readonly #pace: (show: () => void) => void;
  #question: PageQuestion;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #dueMs = 0;

  /** `pace` decides when an answer is shown. */
  constructor(
    question: PageQuestion,
    fetch: FetchPanelBatch = fetchPanelBatch,
    pace: (show: () => void) => void = (show) => show(),
  ) {
    this.#question = question;
    this.#fetch = fetch;
    this.#pace = pace;
  }

  get question(): PageQuestion {
    return this.#question;
  }

  /** A refresh leaves alone what is still under way; anything else begins anew. */
  ask(question: PageQuestion): void {
    const before = this.#question;
    this.#question = question;
    this.#schedule(gatherMs);
    if (before === question) return;
    for (const entry of this.#entries.values()) {
      if (sameQuestion(before, question, entry.need)) continue;
      if (isRefresh(before, question, entry.need) && entry.batch) continue;
      this.#leaveBatch(entry);
      entry.asked = false;
    }
  }

  need(key: string, need: PanelNeed): void {
    const entry = this.#entryOf(key, need);
    const before = entry.need;
    entry.need = need;
    const resized = before.maxDataPoints !== need.maxDataPoints;
    const changed = before.panel !== need.panel || !sameValues(before.scopedVariables, need.scopedVariables);
    if (changed || resized || need.asksNothing) {
      this.#leaveBatch(entry);
      entry.asked = false;
    }
    if (need.asksNothing && entry.data.receivedAtMs !== null) this.#update(entry, this.#noData());
    this.#schedule(resized && !changed && entry.data.receivedAtMs !== null ? resizeMs : gatherMs);
  }

  /** What it has stays, and is not asked for again when the panel comes back to the same question. */
  forget(key: string): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    if (entry.batch) entry.asked = false;
    this.#leaveBatch(entry);
    entry.need = { ...entry.need, enabled: false };
  }

  subscribe(key: string, listener: () => void): () => void {
    const { listeners } = this.#entryOf(key, null);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }

  read(key: string): PanelData {
    return this.#entryOf(key, null).data;
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const entry of this.#entries.values()) {
      this.#leaveBatch(entry);
      entry.asked = false;
    }
  }

  #entryOf(key: string, need: PanelNeed | null): Entry {
    const known = this.#entries.get(key);
    if (known) return known;
    const made: Entry = {
      need: need ?? { panelId: 0, maxDataPoints: 0, enabled: false },
      data: this.#noData(),
      listeners: new Set(),
      asked: false,
      batch: null,
      collected: { results: [], errors: [] },
    };
    this.#entries.set(key, made);
    return made;
  }

  #noData(): PanelData {
    const { range } = this.#question;
    return { loading: false, results: [], errors: [], receivedAtMs: null, stale: false, range };
  }

  #schedule(delayMs: number): void {
    const dueMs = Date.now() + delayMs;
    if (this.#timer !== undefined && this.#dueMs <= dueMs && delayMs === gatherMs) return;
    clearTimeout(this.#timer);
    this.#dueMs = dueMs;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#send();
    }, delayMs);
  }

  #send(): void {
    if (!this.#question.enabled) return;
    const { pending = [] } = this.#question;
    const due = [...this.#entries].filter(
      ([, { need, asked }]) => need.enabled && !asked && !pending.some((name) => mayUse(need, name)),
    );
    if (due.length === 0) return;
    const batch: Batch = { controller: new AbortController(), keys: new Set(due.map(([key]) => key)) };
    for (const [, entry] of due) {
      entry.asked = true;
      entry.batch = batch;
      entry.collected = { results: [], errors: [] };
      const data = { ...entry.data, loading: true };
      // A panel that never had an answer shows the same with and without a request under way.
      if (entry.data.receivedAtMs === null && entry.data.errors.length === 0) entry.data = data;
      else this.#update(entry, data);
    }
    const { tenant, dashboardUid, range, variables, timeZone } = this.#question;
    const request: PanelBatchRequest = {
      ...(dashboardUid === null ? {} : { dashboardUid }),
      ...range,
      variables,
      timeZone,
      panels: due.map(([key, { need }]) => toPanelRequest(key, need)),
    };
    this.#fetch(tenant, request, (line) => this.#receive(batch, line, range), batch.controller.signal).catch(
      (error: unknown) => this.#fail(batch, error instanceof Error ? error.message : String(error), range),
    );
  }

  #receive(batch: Batch, line: PanelBatchLine, range: PanelData["range"]): void {
    if (line.type === "done") return;
    const entry = this.#entries.get(line.key ?? "");
    if (entry?.batch !== batch) return;
    if (line.type === "data") {
      const { refId, frame, expr, warnings = [], stats, exemplars } = line;
      entry.collected.results.push({ refId, frame, expr, warnings, stats, exemplars });
    } else if (line.type === "error") entry.collected.errors.push(line);
    else this.#pace(() => entry.batch === batch && this.#finish(entry, range));
  }

  #finish(entry: Entry, range: PanelData["range"]): void {
    entry.batch = null;
    this.#update(entry, mergePanelAnswer(entry.data, { ...entry.collected, range, nowMs: Date.now() }));
  }

  #fail(batch: Batch, message: string, range: PanelData["range"]): void {
    if (batch.controller.signal.aborted) return;
    for (const key of batch.keys) {
      const entry = this.#entries.get(key);
      if (entry?.batch !== batch) continue;
      const { panelId } = entry.need;
      entry.collected = {
        results: [],
        errors: [{ type: "error", panelId, key, refId: "", errorType: "unreachable", message }],
      };
      this.#finish(entry, range);
    }
  }

  /** The batch is cancelled when nobody waits for any of it. */
  #leaveBatch(entry: Entry): void {
    const { batch } = entry;
    if (!batch) return;
    entry.batch = null;
    const awaited = [...batch.keys].some((key) => this.#entries.get(key)?.batch === batch);
    if (!awaited) batch.controller.abort();
  }

  #update(entry: Entry, data: PanelData): void {
    entry.data = data;
    for (const listener of entry.listeners) listener();
  }
}

function toPanelRequest(
  key: string,
  { panelId, maxDataPoints, panel, scopedVariables }: PanelNeed,
): PanelRequest {
  return {
    panelId,
    key,
    maxDataPoints: Math.min(11_000, Math.max(1, Math.round(maxDataPoints))),
    panel,
    scopedVariables,
  };
}
