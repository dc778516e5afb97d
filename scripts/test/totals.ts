export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** Prints how each part of the run ended, and counts them all for the last line. */
export class Totals {
  private readonly sum: Counts = { passed: 0, failed: 0, skipped: 0 };
  private readonly failures: string[] = [];

  get hasFailed(): boolean {
    return this.sum.failed > 0;
  }

  async check(name: string, passes: () => Promise<boolean>): Promise<void> {
    const from = Date.now();
    console.log(`\n── ${name}`);
    const passed = await passes();
    this.add(name, { passed: Number(passed), failed: Number(!passed), skipped: 0 });
    console.log(`── ${name}: ${passed ? "passed" : "FAILED"} in ${seconds(from)}`);
  }

  /** Runs a suite whose report says how many tests it held; a suite that leaves no report has failed. */
  async suite(name: string, run: () => Promise<boolean>, read: () => Counts): Promise<void> {
    const from = Date.now();
    console.log(`\n── ${name}`);
    const ok = await run();
    let counts: Counts = { passed: 0, failed: 0, skipped: 0 };
    try {
      counts = read();
    } catch {
      console.error(`${name} left no report.`);
    }
    if (!ok && counts.failed === 0) counts.failed = 1;
    if (counts.passed + counts.failed === 0) counts.failed = 1;
    this.add(name, counts);
    console.log(`── ${name}: ${counts.passed} passed, ${counts.failed} failed in ${seconds(from)}`);
  }

  print(): void {
    for (const name of this.failures) console.log(`FAILED: ${name}`);
    const { passed, failed, skipped } = this.sum;
    console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
  }

  private add(name: string, { passed, failed, skipped }: Counts): void {
    this.sum.passed += passed;
    this.sum.failed += failed;
    this.sum.skipped += skipped;
    if (failed > 0) this.failures.push(name);
  }
}

function seconds(fromMs: number): string {
  return `${((Date.now() - fromMs) / 1000).toFixed(1)} s`;
}
