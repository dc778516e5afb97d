"use client";

import {
  Alert,
  Button,
  Group,
  NumberInput,
  PasswordInput,
  SegmentedControl,
  Stack,
  TextInput,
} from "@mantine/core";
import { type UseFormReturnType, useForm } from "@mantine/form";
import { Modal } from "@/components/ui/modal";
import { notifyDone } from "@/components/ui/notify";
import {
  formValuesOf,
  needsSecret,
  type TargetFormValues,
  toTargetInput,
  validateTarget,
} from "@/lib/client/publish/target-form";
import { useSaveTarget, useTestTarget } from "@/lib/client/publish/use-targets";
import type { GrafanaTarget } from "@/lib/shared/publish/grafana-target";
import { MappingFields } from "./mapping-fields";
import { TargetTestResult } from "./target-test-result";

interface TargetDialogProps {
  tenant: string;
  /** Null makes a new one. */
  target: GrafanaTarget | null;
  onClose: () => void;
}

export function TargetDialog({ tenant, target, onClose }: TargetDialogProps) {
  const form = useForm<TargetFormValues>({
    initialValues: formValuesOf(target),
    validate: validateTarget(target),
    validateInputOnBlur: true,
  });
  const save = useSaveTarget(tenant, target?.id ?? null);
  const test = useTestTarget(tenant);
  const available = (test.data ?? target?.lastTest)?.datasources ?? [];
  const submit = form.onSubmit((values) =>
    save.mutate(toTargetInput(values), {
      onSuccess: ({ id, name }) => {
        notifyDone(`${name} is saved.`);
        test.mutate({ id });
        onClose();
      },
    }),
  );
  function runTest() {
    if (form.validate().hasErrors) return;
    const { name, ...input } = toTargetInput(form.values);
    test.mutate({ id: target?.id ?? null, input });
  }
  const failure = save.error ?? test.error;
  return (
    <Modal
      opened
      onClose={onClose}
      closeButtonProps={{ "aria-label": "Close" }}
      title={target ? `Edit ${target.name}` : "Add a Grafana"}
      size="lg"
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <TextInput label="Name" placeholder="Production" data-autofocus {...form.getInputProps("name")} />
          <TextInput
            label="URL"
            description="With the sub path, where Grafana is served below one"
            placeholder="https://grafana.example.org"
            inputMode="url"
            {...form.getInputProps("url")}
          />
          <SecretFields form={form} target={target} />
          <TextInput
            label="Folder"
            description="For everything that is published there. Empty: folders named as here"
            placeholder="Folders as here"
            {...form.getInputProps("folder")}
          />
          <MappingFields
            tenant={tenant}
            available={available}
            value={form.values.datasources}
            onChange={(datasources) => form.setFieldValue("datasources", datasources)}
          />
          {test.data ? <TargetTestResult test={test.data} /> : null}
          {failure ? (
            <Alert color="red" role="alert">
              {failure.message}
            </Alert>
          ) : null}
          <Group justify="space-between" gap="sm">
            <Button variant="default" loading={test.isPending} onClick={runTest}>
              Test
            </Button>
            <Group gap="sm">
              <Button variant="default" onClick={onClose}>
                Cancel
              </Button>
              <Button type="submit" loading={save.isPending}>
                Save
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface SecretFieldsProps {
  form: UseFormReturnType<TargetFormValues>;
  target: GrafanaTarget | null;
}

/** Written, never read back: an empty field keeps what is stored. */
function SecretFields({ form, target }: SecretFieldsProps) {
  const stored = needsSecret(form.values, target) ? "" : "Stored. Type to replace it";
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label="How to sign in"
        data={[
          { value: "token", label: "Token" },
          { value: "basic", label: "User and password" },
        ]}
        {...form.getInputProps("authKind")}
      />
      {form.values.authKind === "token" ? (
        <PasswordInput
          label="Token"
          description="Of a service account with the role Editor; up to Grafana 9 an API key"
          placeholder={stored}
          autoComplete="off"
          {...form.getInputProps("token")}
        />
      ) : (
        <>
          <TextInput label="User" placeholder={stored} autoComplete="off" {...form.getInputProps("user")} />
          <PasswordInput
            label="Password"
            placeholder={stored}
            autoComplete="new-password"
            {...form.getInputProps("password")}
          />
          <NumberInput
            label="Organization id"
            description="Empty: the user's current one"
            min={1}
            allowDecimal={false}
            {...form.getInputProps("orgId")}
          />
        </>
      )}
    </>
  );
}
