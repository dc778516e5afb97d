"use client";

import { Button, Menu, Stack, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import type { VariableControl } from "@/lib/client/variables/use-dashboard-variables";
import { listVariables, newVariable, withVariables } from "@/lib/shared/dashboards/edit/variables";
import { withMoved } from "@/lib/shared/dashboards/edit/with-moved";
import { isJsonObject, type Json } from "@/lib/shared/json";
import { useDraftDocument, useDraftStore } from "../draft-context";
import { keyedByPlace } from "../keyed-by-place";
import { VariableForm } from "./variable-form";

/** By Grafana's names of them. */
const types = [
  { type: "query", about: "Values that the datasource has, such as all jobs" },
  { type: "custom", about: "Values that you list" },
  { type: "interval", about: "Steps of time, for rates and windows" },
  { type: "datasource", about: "Which datasource the panels ask" },
  { type: "adhoc", about: "Filters that people add for any label" },
  { type: "textbox", about: "Text that people type" },
  { type: "constant", about: "One value that nobody changes" },
];

export function VariableList({ controls }: { controls: readonly VariableControl[] }) {
  const store = useDraftStore();
  const [added, setAdded] = useState<number | null>(null);
  const variables = listVariables(useDraftDocument());
  const names = variables.map((variable) =>
    isJsonObject(variable) && typeof variable.name === "string" ? variable.name : "",
  );
  // A variable's name changes while it is typed, so its place is what tells it apart.
  const keyed = keyedByPlace(variables);
  const commit = (list: Json[], label: string, mergeKey?: string) =>
    store.getState().change(label, (document) => withVariables(document, list), mergeKey);
  return (
    <Stack gap="sm">
      {variables.length === 0 ? (
        <Text size="sm" c="dimmed">
          Variables make one dashboard serve many jobs, hosts or tenants.
        </Text>
      ) : null}
      {keyed.map(({ key, item: variable, index }) =>
        isJsonObject(variable) ? (
          <VariableForm
            key={key}
            variable={variable}
            index={index}
            control={controls.find((one) => one.variable.name === names[index])}
            isNew={index === added}
            others={names.filter((_, other) => other !== index)}
            onChange={(key, value, more) =>
              commit(
                variables.with(index, { ...variable, [key]: value, ...more }),
                `Variable ${names[index]}`,
                `variable/${index}/${key}`,
              )
            }
            onMove={(by) => commit(withMoved(variables, index, by), "Move variable")}
            onRemove={() => commit(variables.toSpliced(index, 1), `Remove variable ${names[index]}`)}
          />
        ) : null,
      )}
      <Menu position="bottom-start">
        <Menu.Target>
          <Button variant="default" w="fit-content" leftSection={<IconPlus size={14} />}>
            Add variable
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {types.map(({ type, about }) => (
            <Menu.Item
              key={type}
              onClick={() => {
                setAdded(variables.length);
                commit(
                  [...variables, newVariable(type, freeName(type === "adhoc" ? "filters" : type, names))],
                  "Add variable",
                );
              }}
            >
              {type}
              <Text size="xs" c="dimmed">
                {about}
              </Text>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Stack>
  );
}

function freeName(type: string, names: readonly string[]): string {
  for (let index = 1; ; index++) {
    const name = index === 1 ? type : `${type}_${index}`;
    if (!names.includes(name)) return name;
  }
}
