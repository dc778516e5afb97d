import type { CompleteStrategy } from "@prometheus-io/codemirror-promql";

const finished = /[)\]}\w]\s*$/;

/**
 * Behind an expression that may be finished nothing is offered unless it is asked for: operators that pop up there would
 * be taken by the next Enter.
 */
export function quietCompletion(strategy: CompleteStrategy): CompleteStrategy {
  return {
    destroy: () => strategy.destroy?.(),
    async promQL(context) {
      const found = await strategy.promQL(context);
      // Whoever has gone on meanwhile wants no list over what comes next.
      if (context.view && !context.view.hasFocus) return null;
      const nothingTyped = found !== null && found.from === context.pos;
      const before = context.state.sliceDoc(Math.max(0, context.pos - 100), context.pos);
      return !context.explicit && nothingTyped && finished.test(before) ? null : found;
    },
  };
}
