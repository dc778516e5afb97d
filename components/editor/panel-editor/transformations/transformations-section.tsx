"use client";

import { Button, Menu, Stack, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import type { PanelEdit } from "@/components/editor/draft-context";
import { keyedByPlace } from "@/components/editor/keyed-by-place";
import { newTransformation } from "@/lib/shared/dashboards/edit/transformations";
import { withMoved } from "@/lib/shared/dashboards/edit/with-moved";
import { readArray } from "@/lib/shared/dashboards/read-json";
import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { isJsonObject, type Json } from "@/lib/shared/json";
import classes from "../panel-editor.module.css";
import { TransformationCard } from "./transformation-card";
import { transformationKinds } from "./transformation-kinds";

interface TransformationsSectionProps {
  panel: ReadPanel;
  itemKey: string;
  scopedVariables: Record<string, string>;
  edit: PanelEdit;
}

/** What is done with the answers before they are drawn, in order. */
export function TransformationsSection({
  panel,
  itemKey,
  scopedVariables,
  edit,
}: TransformationsSectionProps) {
  const list = readArray(panel.raw.transformations);
  // Old tables are read with transformations of their own before the stored ones.
  const ahead = panel.transformations.length - list.filter(isJsonObject).length;
  const commit = (next: Json[], label: string) =>
    edit.step(["transformations"], next.length === 0 ? undefined : next, label);
  return (
    <section className={classes.transformations} aria-label="Transformations">
      <Text component="h2" fw={600} size="sm" mb="xs">
        Transformations
      </Text>
      <Stack gap="sm">
        {list.length === 0 ? (
          <Text size="xs" c="dimmed">
            Join queries, rename and hide columns, calculate and filter before the panel is drawn.
          </Text>
        ) : null}
        {keyedByPlace(list).map(({ key, item, index }) =>
          isJsonObject(item) ? (
            <TransformationCard
              key={key}
              stored={item}
              index={index}
              count={list.length}
              before={ahead + index}
              panel={panel}
              itemKey={itemKey}
              scopedVariables={scopedVariables}
              onChange={(next, label) => edit.set(["transformations", index], next, label)}
              onMove={(by) => commit(withMoved(list, index, by), "Move transformation")}
              onRemove={() => commit(list.toSpliced(index, 1), "Remove transformation")}
            />
          ) : null,
        )}
        <AddTransformation
          onAdd={(id) =>
            commit([...list, newTransformation(id)], `Add ${transformationKinds[id]?.label ?? id}`)
          }
        />
      </Stack>
    </section>
  );
}

function AddTransformation({ onAdd }: { onAdd: (id: string) => void }) {
  const [search, setSearch] = useState("");
  const wanted = search.trim().toLowerCase();
  const found = Object.entries(transformationKinds).filter(([id, { label, about }]) =>
    `${id} ${label} ${about}`.toLowerCase().includes(wanted),
  );
  return (
    <Menu position="top-start" width={380} onClose={() => setSearch("")}>
      <Menu.Target>
        <Button variant="default" w="fit-content" leftSection={<IconPlus size={14} aria-hidden />}>
          Add transformation
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Search
          size="xs"
          aria-label="Search transformations"
          placeholder="Search transformations"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <div className={classes.kinds}>
          {found.map(([id, { label, about }]) => (
            <Menu.Item key={id} onClick={() => onAdd(id)}>
              {label}
              <Text size="xs" c="dimmed">
                {about}
              </Text>
            </Menu.Item>
          ))}
          {found.length === 0 ? (
            <Text size="xs" c="dimmed" p="xs">
              No transformation is named so.
            </Text>
          ) : null}
        </div>
      </Menu.Dropdown>
    </Menu>
  );
}
