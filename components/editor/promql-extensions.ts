import { closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { type Diagnostic, linter } from "@codemirror/lint";
import type { Extension } from "@codemirror/state";
import { EditorView, keymap, placeholder } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { PromQLExtension } from "@prometheus-io/codemirror-promql";
import { maskVariables } from "@/lib/shared/promql/mask-variables";
import { findPromqlError } from "@/lib/shared/promql/parse";

const highlighting = HighlightStyle.define([
  {
    tag: [tags.function(tags.variableName), tags.keyword, tags.operatorKeyword, tags.modifier],
    color: "var(--promql-function)",
  },
  { tag: [tags.labelName, tags.propertyName], color: "var(--promql-label)" },
  { tag: tags.string, color: "var(--promql-string)" },
  { tag: [tags.number, tags.special(tags.number)], color: "var(--promql-number)" },
  { tag: tags.comment, color: "var(--mantine-color-dimmed)", fontStyle: "italic" },
  { tag: tags.operator, color: "var(--mantine-color-dimmed)" },
]);

const promqlLinter = linter(
  (view): Diagnostic[] => {
    const text = view.state.doc.toString();
    if (text.trim() === "") return [];
    const error = findPromqlError(maskVariables(text));
    if (!error) return [];
    const from = Math.min(error.position ?? 0, Math.max(0, text.length - 1));
    return [{ from, to: Math.min(text.length, from + 1), severity: "error", message: error.message }];
  },
  { delay: 400 },
);

/** Completion asks the tenant's own gateway, so that only its metrics and labels are offered. */
function completion(tenant: string, datasourceUid: string): Extension {
  const url = `/api/v1/tenants/${encodeURIComponent(tenant)}/datasources/${encodeURIComponent(datasourceUid)}/prometheus`;
  return new PromQLExtension()
    .activateLinter(false)
    .setComplete({
      remote: { url, httpMethod: "GET", httpErrorHandler: () => undefined },
      maxMetricsMetadata: 0,
    })
    .asExtension();
}

export interface PromqlExtensionOptions {
  tenant: string;
  datasourceUid: string;
  label: string;
  onChange: (expr: string) => void;
  onRun: () => void;
}

function runQuery({ onRun }: PromqlExtensionOptions): boolean {
  onRun();
  return true;
}

export function promqlExtensions(options: PromqlExtensionOptions): Extension[] {
  return [
    history(),
    bracketMatching(),
    closeBrackets(),
    completion(options.tenant, options.datasourceUid),
    syntaxHighlighting(highlighting),
    promqlLinter,
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ "aria-label": options.label, spellcheck: "false" }),
    placeholder("sum(rate(http_requests_total[$__rate_interval]))"),
    keymap.of([
      { key: "Shift-Enter", run: () => runQuery(options) },
      ...closeBracketsKeymap,
      ...completionKeymap,
      ...defaultKeymap,
      ...historyKeymap,
    ]),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) options.onChange(update.state.doc.toString());
    }),
  ];
}
