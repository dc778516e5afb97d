export const exportFormats = [
  { format: "json", label: "JSON", description: "As it is stored, to the letter" },
  { format: "portable", label: "JSON for sharing", description: "Asks for datasources when it is imported" },
  { format: "provisioning", label: "Provisioning bundle", description: "Files that Grafana reads at start" },
  { format: "configmap", label: "Kubernetes ConfigMap", description: "For the sidecar of the Helm charts" },
  { format: "operator", label: "GrafanaDashboard", description: "A resource of the Grafana operator" },
  { format: "terraform", label: "Terraform", description: "grafana_dashboard and its folder" },
] as const;
