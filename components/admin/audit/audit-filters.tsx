"use client";

import { ActionIcon, Autocomplete, Button, TextInput, Tooltip } from "@mantine/core";
import { IconDownload, IconRefresh, IconSearch } from "@tabler/icons-react";
import { TimePicker } from "@/components/time/time-picker";
import { knownActions } from "@/lib/client/admin/audit-words";
import { shiftRange, toAbsoluteRange, zoomOut } from "@/lib/shared/time/move-range";
import type { RawTimeRange, TimeRange } from "@/lib/shared/time/time-range";
import classes from "../admin.module.css";
import type { AuditFields } from "./use-audit-fields";

interface AuditFiltersProps {
  fields: AuditFields;
  range: TimeRange;
  actors: readonly string[];
  csvHref: string;
  onChange: (part: Partial<AuditFields>, options?: { typing?: boolean }) => void;
  onRefresh: () => void;
}

export function AuditFilters({ fields, range, actors, csvHref, onChange, onRefresh }: AuditFiltersProps) {
  const setRange = ({ from, to }: RawTimeRange) => onChange({ from, to });
  return (
    <div className={classes.toolbar}>
      <TextInput
        className={classes.search}
        aria-label="Search actor, action and subject"
        placeholder="Search actor, action and subject"
        leftSection={<IconSearch size={15} aria-hidden />}
        value={fields.query}
        onChange={(event) => onChange({ query: event.currentTarget.value }, { typing: true })}
      />
      <Autocomplete
        w={180}
        aria-label="Action"
        placeholder="Any action"
        data={[...knownActions]}
        value={fields.action}
        onChange={(action) => onChange({ action }, { typing: true })}
        clearable
      />
      <Autocomplete
        w={180}
        aria-label="Actor"
        placeholder="Any actor"
        data={[...actors]}
        value={fields.actor}
        onChange={(actor) => onChange({ actor }, { typing: true })}
        clearable
      />
      <div className={classes.end}>
        <TimePicker
          raw={fields}
          range={range}
          timeZone={fields.timezone}
          onChange={setRange}
          onTimeZone={(timezone) => onChange({ timezone })}
          onShift={(direction) => setRange(toAbsoluteRange(shiftRange(range, direction, Date.now())))}
          onZoomOut={() => setRange(toAbsoluteRange(zoomOut(range)))}
        />
        <Tooltip label="Refresh">
          <ActionIcon variant="default" aria-label="Refresh" onClick={onRefresh}>
            <IconRefresh size={16} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label="All events that fit, also those not shown yet">
          <Button
            variant="default"
            leftSection={<IconDownload size={15} aria-hidden />}
            onClick={() => window.location.assign(csvHref)}
          >
            CSV
          </Button>
        </Tooltip>
      </div>
    </div>
  );
}
