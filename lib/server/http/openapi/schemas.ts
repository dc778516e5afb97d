import { z } from "zod";
import { Annotation, ChangedAnnotation, NewAnnotation } from "@/lib/shared/dashboards/annotation";
import * as bulk from "@/lib/shared/dashboards/bulk/bulk-edit";
import * as dashboards from "@/lib/shared/dashboards/dashboard";
import * as folders from "@/lib/shared/dashboards/folder";
import * as library from "@/lib/shared/dashboards/library";
import { DraftLintRequest, LintAnswer } from "@/lib/shared/dashboards/lint/lint-request";
import { errorCodes } from "@/lib/shared/errors";
import { AnnotationRequest } from "@/lib/shared/prometheus/annotation-query";
import * as datasources from "@/lib/shared/prometheus/datasource";
import { ExplainPanelRequest, ExplainRequest } from "@/lib/shared/prometheus/explain-request";
import { PanelBatchRequest } from "@/lib/shared/prometheus/panel-batch";
import { VariableNamesRequest } from "@/lib/shared/prometheus/variable-names";
import { EmptyExplanation } from "@/lib/shared/promql/explain/explanation";
import * as targets from "@/lib/shared/publish/grafana-target";
import * as publications from "@/lib/shared/publish/publication";
import * as plans from "@/lib/shared/publish/publish-plan";
import { TargetDashboard, TargetDashboardWithDocument } from "@/lib/shared/publish/target-dashboard";
import { ChangedPassword, Email, NewPassword } from "@/lib/shared/tenants/credentials";
import { QuotaLimits, QuotaUsage } from "@/lib/shared/tenants/quotas";
import * as tenants from "@/lib/shared/tenants/tenant";

const ErrorAnswer = z.object({
  error: z.object({ code: z.enum(errorCodes), message: z.string(), details: z.unknown() }),
});

/** Every schema that a body or an answer is described by; the verbs parse with the same ones. */
export const schemas = {
  ErrorAnswer,
  NewDashboard: dashboards.NewDashboard,
  SavedDashboard: dashboards.SavedDashboard,
  ImportedDashboard: dashboards.ImportedDashboard,
  ImportResult: dashboards.ImportResult,
  ArchivedFile: dashboards.ArchivedFile,
  ArchiveExport: dashboards.ArchiveExport,
  Dashboard: dashboards.Dashboard,
  DashboardSummary: dashboards.DashboardSummary,
  DashboardVersion: dashboards.DashboardVersion,
  DashboardVersionWithDocument: dashboards.DashboardVersionWithDocument,
  StaleVersion: dashboards.StaleVersion,
  Star: z.object({ starred: z.boolean() }),
  FoundDashboard: library.FoundDashboard,
  TagCount: library.TagCount,
  TrashedDashboard: library.TrashedDashboard,
  ChosenDashboards: library.ChosenDashboards,
  RestoredThings: library.RestoredThings,
  MovedDashboards: library.MovedDashboards,
  TaggedDashboards: library.TaggedDashboards,
  TagChanges: library.TagChanges,
  StarredDashboards: library.StarredDashboards,
  DuplicatedDashboard: library.DuplicatedDashboard,
  ChangedCount: library.ChangedCount,
  DraftLintRequest,
  BulkEditPreviewRequest: bulk.BulkEditPreviewRequest,
  BulkEditPreview: bulk.BulkEditPreview,
  NewBulkEdit: bulk.NewBulkEdit,
  BulkEdit: bulk.BulkEdit,
  StaleDashboards: bulk.StaleDashboards,
  UndoneBulkEdit: bulk.UndoneBulkEdit,
  LintAnswer,
  NewFolder: folders.NewFolder,
  ChangedFolder: folders.ChangedFolder,
  Folder: folders.Folder,
  TrashedFolder: folders.TrashedFolder,
  Template: dashboards.Template,
  TemplateWithDocument: dashboards.TemplateWithDocument,
  NewDatasource: datasources.NewDatasource,
  ChangedDatasource: datasources.ChangedDatasource,
  Datasource: datasources.Datasource,
  TestedDatasource: datasources.TestedDatasource,
  TestedNewDatasource: datasources.TestedNewDatasource,
  DatasourceTest: datasources.DatasourceTest,
  Annotation,
  NewAnnotation,
  ChangedAnnotation,
  AnnotationRequest,
  PanelBatchRequest,
  EmptyExplanation,
  ExplainPanelRequest,
  VariableNamesRequest,
  ExplainRequest,
  NewGrafanaTarget: targets.NewGrafanaTarget,
  GrafanaTargetChange: targets.GrafanaTargetChange,
  GrafanaTargetTestRequest: targets.GrafanaTargetTestRequest,
  GrafanaTarget: targets.GrafanaTarget,
  TargetTest: targets.TargetTest,
  TargetDashboard,
  TargetDashboardWithDocument,
  PlanRequest: plans.PlanRequest,
  PublishPlan: plans.PublishPlan,
  PlanProgress: z.object({ result: plans.ApplyResult.nullable() }),
  ApplyRequest: plans.ApplyRequest,
  ApplyResult: plans.ApplyResult,
  HistoryItem: publications.HistoryItem,
  Publication: publications.Publication,
  PublicationKey: publications.PublicationKey,
  PullRequest: publications.PullRequest,
  PullResult: publications.PullResult,
  NewTenant: tenants.NewTenant,
  ChangedTenant: tenants.ChangedTenant,
  MyTenant: tenants.MyTenant,
  PlatformTenant: tenants.PlatformTenant,
  NewMember: tenants.NewMember,
  ChangedMember: tenants.ChangedMember,
  Member: tenants.Member,
  AddedMember: tenants.AddedMember,
  Invitation: tenants.Invitation,
  NewApiToken: tenants.NewApiToken,
  ApiToken: tenants.ApiToken,
  CreatedApiToken: tenants.CreatedApiToken,
  AuditEvent: tenants.AuditEvent,
  QuotaUsage,
  QuotaLimits,
  FirstAdministrator: z.object({ email: Email, password: NewPassword, name: z.string().optional() }),
  ChangedPassword,
  AcceptedInvitation: z.object({
    token: z.string(),
    name: z.string().optional(),
    password: NewPassword.optional(),
  }),
  JoinedTenant: z.object({ tenant: z.string(), email: z.string() }),
} satisfies Record<string, z.ZodType>;

export type SchemaName = keyof typeof schemas;
