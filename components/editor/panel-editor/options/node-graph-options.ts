import { type OptionField, type OptionGroup, option } from "./option-field";

const statUnit = (label: string, of: string, key: string): OptionField => ({
  label,
  input: "line",
  path: option(of, key),
});

export const nodeGraphOptions: OptionGroup[] = [
  {
    title: "Node graph",
    fields: [
      statUnit("Unit of the main number of nodes", "nodes", "mainStatUnit"),
      statUnit("Unit of their second number", "nodes", "secondaryStatUnit"),
      statUnit("Unit of the main number of edges", "edges", "mainStatUnit"),
      statUnit("Unit of their second number", "edges", "secondaryStatUnit"),
    ],
  },
];
