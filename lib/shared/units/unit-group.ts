/** Id as stored in a dashboard, name as people read it. */
type NamedUnit = [id: string, name: string];

export interface UnitGroup {
  name: string;
  units: NamedUnit[];
}
