import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  closeCompletion,
  completionKeymap,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching } from "@codemirror/language";
import { linter } from "@codemirror/lint";
import type { Extension } from "@codemirror/state";
import { EditorView, keymap, placeholder } from "@codemirror/view";
import { newCompleteStrategy, PromQLExtension } from "@prometheus-io/codemirror-promql";
import { codeColors } from "./code-colors";
import { promqlDiagnostics } from "./promql-diagnostics";
import { quietCompletion } from "./quiet-completion";

const promqlLinter = linter((view) => promqlDiagnostics(view.state.doc.toString()), { delay: 400 });

/** With more metrics than this their types and help texts would be megabytes. */
const mostDescribed = 3_000;

/** Completion asks the tenant's own gateway, so that only its metrics and labels are offered. */
function completion(tenant: string, datasourceUid: string): Extension {
  const url = `/api/v1/tenants/${encodeURIComponent(tenant)}/datasources/${encodeURIComponent(datasourceUid)}/prometheus`;
  return new PromQLExtension()
    .activateLinter(false)
    .setComplete({
      completeStrategy: quietCompletion(
        newCompleteStrategy({
          remote: { url, httpMethod: "GET", httpErrorHandler: () => undefined },
          maxMetricsMetadata: mostDescribed,
        }),
      ),
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

function runQuery(view: EditorView, { onRun }: PromqlExtensionOptions): boolean {
  closeCompletion(view);
  onRun();
  return true;
}

export function promqlExtensions(options: PromqlExtensionOptions): Extension[] {
  return [
    history(),
    bracketMatching(),
    closeBrackets(),
    completion(options.tenant, options.datasourceUid),
    autocompletion({ icons: false, maxRenderedOptions: 100 }),
    codeColors,
    promqlLinter,
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ "aria-label": options.label, spellcheck: "false" }),
    placeholder("sum(rate(http_requests_total[$__rate_interval]))"),
    keymap.of([
      { key: "Shift-Enter", run: (view) => runQuery(view, options) },
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
