import type { AmionImportService } from './amion-import-service.ts';
import type { AuditService } from './audit-service.ts';
import type { ChangeService } from './change-service.ts';
import type { CoverageService } from './coverage-service.ts';
import type { DepartmentService } from './department-service.ts';
import type { JobService } from './job-service.ts';
import type { OdsImportService } from './ods-import-service.ts';
import type { RegistryService } from './registry-service.ts';
import type { RetentionService } from './retention-service.ts';
import type { RosterDriftService } from './roster-drift-service.ts';
import type { ScheduleOrchestrator } from './schedule-orchestrator.ts';
import type { ScheduleVersionService } from './schedule-version-service.ts';
import type { StandingWorkService } from './standing-work-service.ts';
import type { UserService } from './user-service.ts';
import type { VersionDiffService } from './version-diff-service.ts';
import type { WarningService } from './warning-service.ts';
import type { WhoService } from './who-service.ts';

/** What the doors open onto; made once in main. */
export interface Services {
  amionImport: AmionImportService;
  audit: AuditService;
  changes: ChangeService;
  coverage: CoverageService;
  departments: DepartmentService;
  drift: RosterDriftService;
  jobs: JobService;
  odsImport: OdsImportService;
  orchestrator: ScheduleOrchestrator;
  registry: RegistryService;
  retention: RetentionService;
  standingWork: StandingWorkService;
  users: UserService;
  versionDiff: VersionDiffService;
  versions: ScheduleVersionService;
  warnings: WarningService;
  who: WhoService;
}
