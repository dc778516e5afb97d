import { Registry } from "prom-client";
import type { Family, Reading } from "../family/family.ts";
import { LOADS } from "../loads.ts";
import type { Fault } from "../overlay/fault.ts";
import { readOverlaid, settle } from "../overlay/read-overlaid.ts";
import { type Activity, isActive, type SystemState } from "../overlay/state.ts";
import type { StateFile } from "../overlay/state-file.ts";
import { modelOf, type System } from "../systems.ts";
import { AlertInbox } from "./alert-inbox.ts";
import { modelMetric } from "./model-metric.ts";

/** One system's exporter: its model, and what load and faults did to it. */
export class Exporter {
  readonly system: System;
  readonly alerts = new AlertInbox();
  private readonly families: readonly Family[];
  private readonly states: StateFile;
  private readonly registry = new Registry();
  private readings = new Map<string, Reading>();
  private steps = 0;

  constructor(system: System, seed: number, states: StateFile) {
    this.system = system;
    this.families = modelOf(system, seed);
    this.states = states;
    for (const { name } of this.families) {
      this.registry.registerMetric(modelMetric(name, () => this.readings.get(name)));
    }
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  /** The text of `/metrics` at a moment, in Unix seconds. */
  async metrics(at: number): Promise<string> {
    this.readings = new Map(this.read(at).map((reading) => [reading.name, reading]));
    return this.registry.metrics();
  }

  read(at: number): Reading[] {
    const state = this.settled(at);
    return this.families.map((family) => readOverlaid(family, state, at));
  }

  /** Runs one step of the system's load and returns its title. */
  addLoad(step: number, at: number): string {
    const { title, activities } = LOADS[this.system].step(step, `${Math.floor(at)}${this.steps++}`);
    this.start(
      activities.map(({ after = 0, seconds, effects }) => ({
        from: at + after,
        until: at + after + seconds,
        effects,
      })),
      at,
    );
    return title;
  }

  /** Starts the fault, or starts it again if it is on. */
  startFault(fault: Fault, minutes: number, at: number): Activity {
    this.clearFault(fault.name, at);
    const seconds = minutes * 60;
    const activity = { fault: fault.name, from: at, until: at + seconds, effects: fault.effects(seconds) };
    this.start([activity], at);
    return activity;
  }

  /** Returns whether the fault was on. */
  clearFault(name: string, at: number): boolean {
    const state = this.settled(at);
    const isOn = (activity: Activity) => activity.fault === name && isActive(activity, at);
    if (!state.activities.some(isOn)) return false;
    this.save({
      ...state,
      activities: state.activities.map((one) => (isOn(one) ? { ...one, clearedAt: at } : one)),
    });
    return true;
  }

  activeFaults(at: number): { fault: string; until: number }[] {
    return this.settled(at).activities.flatMap((activity) =>
      activity.fault && isActive(activity, at) ? [{ fault: activity.fault, until: activity.until }] : [],
    );
  }

  private start(activities: readonly Activity[], at: number): void {
    const state = this.settled(at);
    this.save({ ...state, activities: [...state.activities, ...activities] });
  }

  private settled(at: number): SystemState {
    const state = this.states.get(this.system);
    const after = settle(this.families, state, at);
    if (after !== state) this.save(after);
    return after;
  }

  private save(state: SystemState): void {
    this.states.set(this.system, state);
  }
}
