// Generated from the OpenAPI document by `npm run api:generate`; not to be edited, and checked by a test.

export interface paths {
  '/api/areas': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Areas by code, with their numbers of stores.
     * @description Needs the scope `read`.
     */
    get: operations['areasList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/areas/figures': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What happened in each area in a time.
     * @description Counts the visits of all jobs that were submitted in it, for the area in which
     *     the store was at the visit; areas with stores and without visits are there too. The areas with the most failed images
     *     come first, then by code; 500 at the most, and `more` says whether there are others. Whoever asks the same shares an
     *     answer, which may be up to half a minute old.
     *
     *     Needs the scope `read`.
     */
    get: operations['areasFigures'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/audit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who changed what, newest first.
     * @description Needs the scope `admin`.
     */
    get: operations['auditList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/categories': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How many stores are of each kind, and whether that is up to date.
     * @description Needs the scope `read`.
     */
    get: operations['categoriesCount'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/categories/pass': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How far the stores have come on their way to the rules in force and to what corrections taught.
     * @description Needs the scope `read`.
     */
    get: operations['categoriesPass'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/categories/rules': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The rules in force: what words in the name of a shop say about its category.
     * @description Needs the scope `read`.
     */
    get: operations['categoryRulesCurrent'];
    /**
     * Puts rules in force, all of them at once.
     * @description New and renamed stores go by them from now on; the others follow in the
     *     background.
     *
     *     Needs the scope `admin`.
     */
    put: operations['categoryRulesReplace'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/categories/rules.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The rules in force as a file, which can be edited and sent back as `csv`.
     * @description Needs the scope `read`.
     */
    get: operations['categoryRulesFile'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/categories/rules/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Tells what rules would change, and changes nothing.
     * @description Of more than 50,000 stores it looks at so many.
     *
     *     Needs the scope `admin`.
     */
    post: operations['categoryRulesPreview'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/categories/rules/versions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Versions of the rules, newest first: that in force, and those before.
     * @description Needs the scope `read`.
     */
    get: operations['categoryRulesList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/categories/rules/versions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One version with its rules.
     * @description Needs the scope `read`.
     */
    get: operations['categoryRulesFind'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/categories/rules/versions/{id}/restore': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Makes an old version current again, as a new version; so this can be undone the same way.
     * @description Needs the scope `admin`.
     */
    post: operations['categoryRulesRestore'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/deliveries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What was sent to webhooks and callback URLs in the last 30 days, newest first.
     * @description Needs the scope `admin`.
     */
    get: operations['deliveriesList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/deliveries/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One delivery: what is sent, and how each attempt went.
     * @description Needs the scope `admin`.
     */
    get: operations['deliveriesFind'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/deliveries/{id}/resend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sends it once more at once, with the same `webhook-id`, whatever came of it before.
     * @description If that fails, it is tried
     *     again by the usual schedule.
     *
     *     Needs the scope `admin`.
     */
    post: operations['deliveriesResend'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/dispatch': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Whether work is handed out, or paused for all jobs.
     * @description Needs the scope `read`.
     */
    get: operations['dispatchPauseFind'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/dispatch/pause': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Pauses everything.
     * @description Jobs are still taken in; workers finish what they have begun, and start nothing, also after a restart.
     *
     *     Needs the scope `admin`.
     */
    post: operations['dispatchPausePause'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/dispatch/resume': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Goes on after a pause of everything; jobs that were paused one by one stay paused.
     * @description Needs the scope `admin`.
     */
    post: operations['dispatchPauseResume'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Follows all jobs, or those of a filter, as server-sent events.
     * @description - `snapshot`: the active jobs that fit, newest first, at most 200; `more` says whether there are others. It comes first,
     *       also after connecting again, and whenever the client has missed too much.
     *     - `progress`: at most 100 jobs that changed, or are new. A job that comes after it was settled runs again.
     *     - `settled`: jobs that have ended.
     *
     *     Jobs look as in `GET /api/jobs`. Failures are not told here, and messages have no id. At most four messages a second come, however fast the work is: each tells the newest state. A comment comes every
     *     15 seconds. A client that does not read misses what it would have read, and is cut off within a minute. When the service
     *     stops, or the key is revoked, the stream ends without `end`.
     *
     *     Needs the scope `read`.
     */
    get: operations['followJobs'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/groups': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Groups by name.
     * @description How many stores each has is told where one is asked for, as it is counted then.
     *
     *     Needs the scope `read`.
     */
    get: operations['groupsList'];
    put?: never;
    /**
     * Makes a group: by a rule, which is evaluated whenever somebody asks, or by a list.
     * @description Needs the scope `admin`.
     */
    post: operations['groupsCreate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/groups/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One group, with how many stores it has now.
     * @description A deleted one is told of, too.
     *
     *     Needs the scope `read`.
     */
    get: operations['groupsFind'];
    /**
     * Says anew what a group is; what is not mentioned is empty.
     * @description The version before can be restored.
     *
     *     Needs the scope `admin`.
     */
    put: operations['groupsReplace'];
    post?: never;
    /**
     * Deletes a group.
     * @description `POST /api/groups/{id}/restore` brings it back.
     *
     *     Needs the scope `admin`.
     */
    delete: operations['groupsDelete'];
    options?: never;
    head?: never;
    /**
     * Changes a group; what is not mentioned stays as it is.
     * @description The version before can be restored.
     *
     *     Needs the scope `admin`.
     */
    patch: operations['groupsChange'];
    trace?: never;
  };
  '/api/groups/{id}/members': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Puts stores on the list of a group, takes them off, or says the list anew; as JSON, or as CSV with a column `store_id`.
     * @description Needs the scope `admin`.
     */
    post: operations['groupsSetMembers'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/groups/{id}/restore': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Brings a deleted group back, or makes a group what it was in an earlier version; that is a new version, too.
     * @description Needs the scope `admin`.
     */
    post: operations['groupsRestore'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/groups/{id}/stores': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The stores of a group as it is now, by id; inactive ones too.
     * @description Needs the scope `read`.
     */
    get: operations['groupsListStores'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/groups/{id}/summary': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What happened at the stores of a group.
     * @description Counts the visits, in all jobs that were submitted in this time, to the stores that
     *     are in the group now, wherever they were then. An answer that took long may be some seconds old.
     *
     *     Needs the scope `read`.
     */
    get: operations['groupsSummary'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/groups/{id}/versions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A group as it was, newest first: who changed it, and when.
     * @description Needs the scope `read`.
     */
    get: operations['groupsListVersions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/groups/compare': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Two to six groups side by side, and how many stores each two of them have in common.
     * @description Needs the scope `read`.
     */
    get: operations['groupsCompare'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/groups/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Tells how many stores a group would have, and the first of them.
     * @description Nothing is kept.
     *
     *     Needs the scope `read`.
     */
    post: operations['groupsPreview'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/jobs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Jobs, newest first.
     * @description Needs the scope `read`.
     */
    get: operations['jobsList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/jobs/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One job with everything that happened to it.
     * @description Needs the scope `read`.
     */
    get: operations['jobsFind'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/jobs/{id}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Cancels a job.
     * @description Results it has stay; everything else of it is cancelled at once, downloads under way are broken off,
     *     and the job is settled. Its state is `cancelled` then, and `failed` in `GET /api/status`, which knows only three.
     *
     *     Needs the scope `submit`.
     */
    post: operations['jobControlCancel'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/jobs/{id}/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Follows a job until it is settled, as server-sent events.
     * @description - `progress`: how far the job is, now and after changes. `reopened`: somebody had images run again.
     *     - `images-failed`: at most 100 failures of the newest run, in their order; `more` is the cursor of the rest for
     *       `GET /api/jobs/{id}/failures`, or null. While the job runs the rest also follows by itself.
     *     - `settled`: the job has ended; data as of `progress`.
     *     - `end`: nothing more comes. Close the `EventSource` here, or it connects again after a minute. A job that was settled
     *       before tells its failures, `settled` and `end` at once.
     *
     *     The id of `images-failed` is the number of the last failure in it. A client that sends it back as `Last-Event-ID`, as browsers
     *     do by themselves, hears of the failures after that one, without a gap or a repeat. At most four messages a second come, however fast the work is: each tells the newest state. A comment comes every
     *     15 seconds. A client that does not read misses what it would have read, and is cut off within a minute. When the service
     *     stops, or the key is revoked, the stream ends without `end`.
     *
     *     Needs the scope `read`.
     */
    get: operations['followJob'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/jobs/{id}/failures': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The images of a job that could not be measured in its newest run, in the order they were found.
     * @description Needs the scope `read`.
     */
    get: operations['jobsListFailures'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/jobs/{id}/images': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The images of a job, in the order in which they are dispatched, with the result of their newest run.
     * @description Earlier
     *     runs stay readable: `run` shows one, with the images that took part in it.
     *
     *     Needs the scope `read`.
     */
    get: operations['jobsListImages'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/jobs/{id}/pause': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Pauses a job.
     * @description Nothing of it is started any more; what workers have begun they finish.
     *
     *     Needs the scope `submit`.
     */
    post: operations['jobControlPause'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/jobs/{id}/results.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The images of a job with their results, as a CSV file.
     * @description Needs the scope `read`.
     */
    get: operations['exportsJobCsv'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/jobs/{id}/results.xlsx': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The images of a job with their results, as a workbook for spreadsheets.
     * @description Needs the scope `read`.
     */
    get: operations['exportsJobXlsx'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/jobs/{id}/resume': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Goes on with a job that was paused.
     * @description Needs the scope `submit`.
     */
    post: operations['jobControlResume'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/jobs/{id}/retry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Runs failed and cancelled images of a settled job again.
     * @description They become a new run of the job, which is ongoing again; all
     *     other results stay, and earlier runs stay readable at `GET /api/jobs/{id}/images?run=`. Without a filter all
     *     of the job that failed or was cancelled runs again.
     *
     *     Needs the scope `submit`.
     */
    post: operations['retry'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/jobs/{id}/summary': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What became of a job's images, in figures: failures by code and by store, times, formats.
     * @description Each image counts with
     *     the result of its newest run; `run` tells of one run, with the images that took part in it.
     *
     *     Needs the scope `read`.
     */
    get: operations['jobSummaryFind'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/jobs/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Cancels many jobs, each as `POST /api/jobs/{id}/cancel` does; at most 1,000.
     * @description The jobs that fit now are cancelled,
     *     whatever state they come to meanwhile; one that is settled before its turn is skipped.
     *
     *     Needs the scope `submit`.
     */
    post: operations['bulkCancelCancel'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/jobs/retry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Runs failed and cancelled images of many jobs again.
     * @description The jobs that fit now are noted, and reopened one after another;
     *     `GET /api/retries/{id}` tells how far that is. A job that is ongoing when it is its turn is skipped.
     *
     *     Needs the scope `submit`.
     */
    post: operations['bulkRetryRetry'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/keys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * API keys, newest first, revoked ones too.
     * @description Needs the scope `admin`.
     */
    get: operations['keysList'];
    put?: never;
    /**
     * Makes an API key.
     * @description Its text is in this answer and nowhere else.
     *
     *     Needs the scope `admin`.
     */
    post: operations['keysCreate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/keys/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Revokes an API key, and ends its sessions.
     * @description Doing it again changes nothing.
     *
     *     Needs the scope `admin`.
     */
    delete: operations['keysRevoke'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/limits': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The limits that are in force, from the settings of the process that answers; a worker elsewhere may have others.
     * @description Needs the scope `read`.
     */
    get: operations['limits'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/results.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Images of all jobs with their results, as a CSV file.
     * @description Needs the scope `read`.
     */
    get: operations['exportsCsv'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/retries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Retries of many jobs, newest first, each with how far it is.
     * @description Needs the scope `read`.
     */
    get: operations['bulkRetryList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/retries/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One retry of many jobs, and how far it is.
     * @description Needs the scope `read`.
     */
    get: operations['bulkRetryFind'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/rules': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The rules in force.
     * @description Needs the scope `read`.
     */
    get: operations['rulesCurrent'];
    /**
     * Puts a rule set in force, as a new version.
     * @description It holds for all images that are begun from then on, also of jobs that are
     *     under way, and for the order of jobs that are submitted from then on. Unknown fields are refused.
     *
     *     Needs the scope `admin`.
     */
    put: operations['rulesSave'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/rules/criteria': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The criteria that rules may use, with the limits that each of them takes.
     * @description Needs the scope `read`.
     */
    get: operations['rulesCriteria'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/rules/replay': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Tries rules on images that were measured before: what they would have rejected, and what they would have warned of.
     * @description Each
     *     image counts with its newest run and the category that its store has now. Nothing is changed.
     *
     *     Needs the scope `read`.
     */
    post: operations['replay'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/rules/versions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Every rule set there has been, newest first.
     * @description Needs the scope `read`.
     */
    get: operations['rulesList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/rules/versions/{version}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One version of the rules.
     * @description Needs the scope `read`.
     */
    get: operations['rulesFind'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/rules/versions/{version}/restore': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Makes an old version current again, as a new one with the same rules.
     * @description Needs the scope `admin`.
     */
    post: operations['rulesRestore'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/samples': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Pictures to try the service with.
     * @description They come with it, so a job over them works without internet; only under these
     *     addresses does the service fetch anything from itself.
     *
     *     Needs the scope `submit`.
     */
    get: operations['samples'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/session': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether a key is needed, whether one was shown, and what it allows. */
    get: operations['sessionFind'];
    put?: never;
    /** Signs a browser in: sets a cookie that stands for the key for 12 hours, or until the key is revoked. */
    post: operations['sessionStart'];
    /** Signs the browser out. */
    delete: operations['sessionEnd'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/stats': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How many images were settled when, by error code.
     * @description Minutes are kept for 90 days.
     *
     *     Needs the scope `read`.
     */
    get: operations['stats'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/status': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How a job is doing, at any time.
     * @description Needs the scope `read`.
     */
    get: operations['status'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/stores': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Stores by id, inactive ones too.
     * @description Needs the scope `read`.
     */
    get: operations['storesList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/stores/{store_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One store, with its latest changes.
     * @description Needs the scope `read`.
     */
    get: operations['storesFind'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/stores/{store_id}/category': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Sets the category of a store by hand.
     * @description It outlives imports, new names and other rules, until it is taken back; and other
     *     stores are judged by it, too, as soon as three corrections agree about a word.
     *
     *     Needs the scope `admin`.
     */
    put: operations['overridesSet'];
    post?: never;
    /**
     * Takes back what was set by hand.
     * @description The category is that of the rules again, also where another one was set by hand before;
     *     the audit log has them all. Where nothing was set, nothing happens.
     *
     *     Needs the scope `admin`.
     */
    delete: operations['overridesTakeBack'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/stores/{store_id}/figures': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What happened at one store in a time.
     * @description Counts its visits by when they took place, whatever jobs they came with.
     *
     *     Needs the scope `read`.
     */
    get: operations['storesFigures'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/stores/{store_id}/similar': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Other stores whose names are much like that of a store, best first.
     * @description Needs the scope `read`.
     */
    get: operations['searchSimilar'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/stores/{store_id}/tags': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Gives a store these tags, and takes all others away.
     * @description Needs the scope `admin`.
     */
    put: operations['storesSetTags'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/stores/{store_id}/visits': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * All visits of one store, newest first, with what became of their images.
     * @description Needs the scope `read`.
     */
    get: operations['storesListVisits'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/stores/duplicates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Stores of one area that are likely the same shop, area by area, the surest first.
     * @description Found in the background after every import. What was decided to be different never comes back, nor through a third
     *     store, wherever the stores move to. Decided ones are listed by decision, the newest first.
     *
     *     Needs the scope `read`.
     */
    get: operations['duplicatesList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/stores/duplicates/decisions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Keeps that stores are one shop, or different ones.
     * @description Needs the scope `admin`.
     */
    post: operations['decisionsDecide'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/stores/duplicates/decisions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Takes a decision back; what was decided before it counts again.
     * @description It stays in the records.
     *
     *     Needs the scope `admin`.
     */
    delete: operations['decisionsUndo'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/stores/imports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Imports, newest first.
     * @description Needs the scope `read`.
     */
    get: operations['storeImportsList'];
    put?: never;
    /**
     * Loads a CSV file into the Store Master, all of it or nothing.
     * @description Columns `AreaCode`, `StoreName`, `StoreID` and maybe `Latitude`, `Longitude`, in any order and case.
     *     Stores that are there already are updated; a file that is loaded again changes nothing.
     *
     *     Needs the scope `admin`.
     */
    post: operations['storeImportsCreate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/stores/imports/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One import, with its first rejects.
     * @description Needs the scope `read`.
     */
    get: operations['storeImportsFind'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/stores/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Stores by name, best first, in any spelling.
     * @description Made to be asked while somebody types: without a blank at its end, the last word may be unfinished. Knows spellings (LAXMI,
     *     LAKSHMI), abbreviations, initials, words in another order, written together or apart, and typing errors.
     *
     *     Needs the scope `read`.
     */
    get: operations['search'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/submit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Accepts a batch of visits; their images are measured later, by the queue.
     * @description Needs the scope `submit`.
     */
    post: operations['submit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tags': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Tags in use, the most frequent first.
     * @description Needs the scope `read`.
     */
    get: operations['tagsList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tags/changes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Gives tags to many stores, and takes others away: of a list, a group, or an area.
     * @description Needs the scope `admin`.
     */
    post: operations['tagsChange'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tags/changes/{change_id}/undo': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Takes a change back: of each store what it did there.
     * @description What others did since stays.
     *
     *     Needs the scope `admin`.
     */
    post: operations['tagsUndo'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/visits': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Visits by store, with the perimeters of their images.
     * @description Needs the scope `read`.
     */
    get: operations['visitsList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/webhooks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Receivers of events, newest first.
     * @description Needs the scope `admin`.
     */
    get: operations['webhooksList'];
    put?: never;
    /**
     * Registers a receiver.
     * @description Its secret is in this answer and nowhere else. What it gets is signed by the Standard Webhooks
     *     scheme, and tried again for a day until it answers 2xx; an answer of 410 disables it.
     *
     *     Needs the scope `admin`.
     */
    post: operations['webhooksCreate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/webhooks/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One receiver, and whether all is well with it.
     * @description Needs the scope `admin`.
     */
    get: operations['webhooksFind'];
    put?: never;
    post?: never;
    /**
     * Removes a receiver.
     * @description What still waits for it has failed; the log of its deliveries stays.
     *
     *     Needs the scope `admin`.
     */
    delete: operations['webhooksDelete'];
    options?: never;
    head?: never;
    /**
     * Changes a receiver, or enables one that was disabled.
     * @description Needs the scope `admin`.
     */
    patch: operations['webhooksChange'];
    trace?: never;
  };
  '/api/webhooks/{id}/deliveries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What was sent to a receiver in the last 30 days, newest first.
     * @description Needs the scope `admin`.
     */
    get: operations['webhooksListDeliveries'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/webhooks/{id}/rotate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Gives a receiver a new secret.
     * @description For 24 hours the old one signs too, so that the receiver may change over.
     *
     *     Needs the scope `admin`.
     */
    post: operations['webhooksRotate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/webhooks/{id}/test': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sends a receiver an event of the type `webhook.test`.
     * @description Needs the scope `admin`.
     */
    post: operations['webhooksTest'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/workers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The processes that measure images, and what each has in its hands.
     * @description Needs the scope `read`.
     */
    get: operations['workers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health/live': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether the process runs at all. */
    get: operations['healthLive'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health/ready': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether requests and work should be sent here. */
    get: operations['healthReady'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/metrics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Figures for Prometheus.
     * @description Where only this machine can connect, they need no key.
     *
     *     Needs the scope `read`.
     */
    get: operations['metricsRead'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export interface webhooks {
  'job.failed': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Tells of a settled job with images that failed or were cancelled.
     * @description Answer 2xx when it is taken, and 410 to get no more. Anything else is tried again for a day.
     */
    post: operations['onJobFailed'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  'job.settled': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Tells that the last image of a job is settled.
     * @description Answer 2xx when it is taken, and 410 to get no more. Anything else is tried again for a day.
     */
    post: operations['onJobSettled'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export interface components {
  schemas: {
    AreaDto: {
      /** @example 405 */
      active_stores: number;
      /** @example 7100015 */
      area_code: string;
      /**
       * @description Inactive ones included.
       * @example 412
       */
      stores: number;
    };
    AreaFiguresDto: {
      /** @example 405 */
      active_stores: number;
      /** @example 7100015 */
      area_code: string;
      /** @example 0 */
      cancelled: number;
      /**
       * @description Those that failed, by code.
       * @example {
       *       "HTTP_404": 1,
       *       "IMAGE_DAMAGED": 1
       *     }
       */
      codes: {
        [key: string]: number;
      };
      /** @example 2 */
      failed: number;
      /**
       * @description All of them: the sum of the others.
       * @example 12
       */
      images: number;
      /**
       * Format: date-time
       * @description The latest time of these visits; null without any.
       * @example 2026-03-01T09:30:00.000Z
       */
      last_visit_at: string | null;
      /** @example 9 */
      measured: number;
      /** @example 1 */
      pending: number;
      /**
       * @description Removed, as they were older than they are kept; what became of them is not known any more. Those of jobs in which
       *     every image was measured stay `measured`.
       * @example 0
       */
      removed: number;
      /**
       * @description Stores that are in it today, inactive ones included.
       * @example 412
       */
      stores: number;
      /**
       * @description Different stores that were visited.
       * @example 4
       */
      stores_visited: number;
      /**
       * @description Measured images of those measured or failed, with one decimal; null when there are none. 100 only when none failed.
       * @example 81.8
       */
      success_percent: number | null;
      /** @example 4 */
      visits: number;
    };
    AreaFiguresPageDto: {
      /** @description Most failed images first, then by code. */
      areas: components['schemas']['AreaFiguresDto'][];
      /**
       * Format: date-time
       * @description The first minute that does not count any more.
       * @example 2026-03-02T00:00:00.000Z
       */
      before: string;
      /**
       * Format: date-time
       * @description The first minute that counts.
       * @example 2026-03-01T00:00:00.000Z
       */
      from: string;
      /**
       * @description Whether there are other areas, which are left out.
       * @example false
       */
      more: boolean;
    };
    AreaPageDto: {
      areas: components['schemas']['AreaDto'][];
      /**
       * @description Cursor of the next page; null ends the list.
       * @example null
       */
      next_cursor: string | null;
    };
    AuditEntryDto: {
      /**
       * @example job.submitted
       * @enum {string}
       */
      action:
        | 'job.submitted'
        | 'job.cancelled'
        | 'jobs.cancelled'
        | 'job.paused'
        | 'job.resumed'
        | 'job.retried'
        | 'jobs.retried'
        | 'dispatch.paused'
        | 'dispatch.resumed'
        | 'stores.imported'
        | 'duplicates.decided'
        | 'duplicates.undone'
        | 'stores.tagged'
        | 'group.created'
        | 'group.changed'
        | 'group.deleted'
        | 'group.restored'
        | 'store.categorised'
        | 'store.uncategorised'
        | 'category_rules.changed'
        | 'key.created'
        | 'key.revoked'
        | 'session.started'
        | 'session.ended'
        | 'webhook.created'
        | 'webhook.changed'
        | 'webhook.rotated'
        | 'webhook.deleted'
        | 'delivery.resent'
        | 'rules.changed';
      /**
       * @description Name of that key; `open`, `cli` or `start` where none was needed.
       * @example field-app
       */
      actor: string;
      /**
       * @description Where the request came from; null on the command line.
       * @example 203.0.113.7
       */
      address: string | null;
      /**
       * Format: date-time
       * @example 2026-03-01T09:30:00.000Z
       */
      at: string;
      /**
       * @example {
       *       "visits": 25,
       *       "images": 200
       *     }
       */
      detail: {
        [key: string]: unknown;
      } | null;
      /** @example 5012 */
      id: string;
      /**
       * @description The API key that was used; null where none was needed.
       * @example 3
       */
      key_id: string | null;
      /**
       * @description `X-Request-Id` of the request, which the logs have too.
       * @example a2c1f1de-6e4f-4b8e-9d6c-1f3a5b7c9d0e
       */
      request_id: string | null;
      /**
       * @description Id of what was changed: of the job, the retry, the import, the API key, the version of the rules; `all` for the pause of everything,
       *     `filter` for the cancellation of many jobs, each of which has an entry of its own.
       * @example 128
       */
      subject: string;
    };
    AuditPageDto: {
      entries: components['schemas']['AuditEntryDto'][];
      /**
       * @description Cursor of the next page; null ends the list.
       * @example null
       */
      next_cursor: string | null;
    };
    BulkCancelFilterDto: {
      /**
       * @description Jobs that visit this area.
       * @example 7100015
       */
      area_code?: string;
      /**
       * @description Jobs with an image that failed like this in its newest run.
       * @example HTTP_404
       */
      code?: string;
      /**
       * @description Submitted on or after; day (UTC) or time.
       * @example 2026-03-01
       */
      from?: string;
      /**
       * @description Jobs that visit a store of this group.
       * @example 4
       */
      group?: string;
      /**
       * @example [
       *       "128",
       *       "129"
       *     ]
       */
      job_ids?: string[];
      /**
       * @description A label as `name:value`.
       * @example team:north
       */
      label?: string;
      /** @example north-route-2026-03-01 */
      reference?: string;
      /**
       * @example queued
       * @enum {string}
       */
      state?: 'queued' | 'running' | 'paused';
      /**
       * @description Jobs that visit this store.
       * @example RP00001
       */
      store_id?: string;
      /**
       * @description Submitted on or before; inclusive.
       * @example 2026-03-31
       */
      to?: string;
    };
    BulkCancelPreviewDto: {
      /**
       * @example true
       * @enum {boolean}
       */
      dry_run: true;
      /**
       * @description Their images that have no result yet.
       * @example 3400
       */
      images: number;
      /** @example 12 */
      jobs: number;
      /**
       * @description Jobs named in `job_ids` that are settled already, and would be skipped.
       * @example 1
       */
      settled: number;
    };
    BulkCancelRequestDto: {
      /**
       * @description Only counts what would be cancelled.
       * @default false
       * @example false
       */
      dry_run?: boolean;
      /**
       * @example {
       *       "state": "queued"
       *     }
       */
      filter: components['schemas']['BulkCancelFilterDto'];
    };
    BulkCancelResponse: {
      /**
       * @example false
       * @enum {boolean}
       */
      dry_run: false;
      /**
       * @description Their images that had no result yet.
       * @example 3391
       */
      images: number;
      /** @example 12 */
      jobs: number;
      /**
       * @description Jobs named in `job_ids` that were settled already, and jobs that were settled meanwhile.
       * @example 1
       */
      skipped: number;
    };
    BulkRetryDto: {
      /**
       * @description Who asked for it; null while the service is open to everybody.
       * @example null
       */
      actor: string | null;
      /**
       * Format: date-time
       * @example 2026-03-02T08:00:00.000Z
       */
      created_at: string;
      /**
       * @description The filter as it was sent.
       * @example {
       *       "status": "failed",
       *       "codes": [
       *         "HTTP_503"
       *       ]
       *     }
       */
      filter: {
        [key: string]: unknown;
      };
      /**
       * @description Images that run again, or have.
       * @example 340
       */
      images: number;
      jobs: components['schemas']['BulkRetryJobsDto'];
      /** @example 7 */
      retry_id: string;
    };
    BulkRetryFilterDto: {
      /**
       * @description Only images of stores that were in these areas when they were visited.
       * @example [
       *       "7100015"
       *     ]
       */
      area_codes?: string[];
      /**
       * @description Only images that failed like this.
       * @example [
       *       "HTTP_503"
       *     ]
       */
      codes?: string[];
      /**
       * @description Submitted on or after; day (UTC) or time.
       * @example 2026-03-01
       */
      from?: string;
      /**
       * @description Only images of stores that belong to this group.
       * @example 4
       */
      group?: string;
      /**
       * @example [
       *       "128",
       *       "129"
       *     ]
       */
      job_ids?: string[];
      /**
       * @description A label as `name:value`.
       * @example team:north
       */
      label?: string;
      /** @example north-route-2026-03-01 */
      reference?: string;
      /**
       * @description Jobs in this state: a cancelled job has the status `failed`, too.
       * @example failed
       * @enum {string}
       */
      state?: 'failed' | 'cancelled';
      /**
       * @description Only images in these states; both, unless one is named.
       * @example [
       *       "failed"
       *     ]
       */
      states?: ('failed' | 'cancelled')[];
      /**
       * @example failed
       * @enum {string}
       */
      status?: 'ongoing' | 'completed' | 'failed';
      /**
       * @description Only images of these stores.
       * @example [
       *       "RP00001"
       *     ]
       */
      store_ids?: string[];
      /**
       * @description Submitted on or before; inclusive.
       * @example 2026-03-31
       */
      to?: string;
    };
    BulkRetryJobsDto: {
      /**
       * @description Of the settled ones, those with images that failed or were cancelled.
       * @example 2
       */
      failed: number;
      /**
       * @description Their images run again, or have.
       * @example 11
       */
      reopened: number;
      /**
       * @description Of the reopened ones, those that are settled again.
       * @example 9
       */
      settled: number;
      /**
       * @description They were ongoing, nothing of them fitted any more, or they could not be reopened.
       * @example 1
       */
      skipped: number;
      /** @example 12 */
      total: number;
      /**
       * @description Their turn has not come.
       * @example 0
       */
      waiting: number;
    };
    BulkRetryPageDto: {
      /**
       * @description Cursor of the next page; null ends the list.
       * @example null
       */
      next_cursor: string | null;
      retries: components['schemas']['BulkRetryDto'][];
    };
    BulkRetryPreviewDto: {
      /** @description The failed ones by error code, the most frequent first. */
      by_code: components['schemas']['RetryCodeDto'][];
      /**
       * @description Of them, those that were cancelled; the others failed.
       * @example 0
       */
      cancelled: number;
      /**
       * @example true
       * @enum {boolean}
       */
      dry_run: true;
      /** @example 340 */
      images: number;
      /**
       * @description Settled jobs with images that fit.
       * @example 12
       */
      jobs: number;
      /**
       * @description Jobs that would be skipped, as they are ongoing.
       * @example 1
       */
      ongoing: number;
      /**
       * @description Stores they belong to.
       * @example 88
       */
      stores: number;
    };
    BulkRetryRequestDto: {
      /**
       * @description Only counts what would run again.
       * @default false
       * @example false
       */
      dry_run?: boolean;
      /**
       * @example {
       *       "status": "failed",
       *       "codes": [
       *         "HTTP_503"
       *       ]
       *     }
       */
      filter: components['schemas']['BulkRetryFilterDto'];
    };
    BulkRetryResponse: {
      /**
       * @example false
       * @enum {boolean}
       */
      dry_run: false;
      /**
       * @description Images that fit at this moment.
       * @example 340
       */
      images: number;
      /**
       * @description Jobs that fit; those that are ongoing when it is their turn are skipped.
       * @example 12
       */
      jobs: number;
      /** @example 7 */
      retry_id: string;
    };
    CategoriesDto: {
      /** @description All categories, also those without a store. */
      categories: components['schemas']['CategoryCountDto'][];
      pass: components['schemas']['CategoryPassDto'];
    };
    CategoryCountDto: {
      /** @example 12 */
      by_hand: number;
      /** @example 1340 */
      by_rule: number;
      /** @example grocery */
      category: components['schemas']['StoreCategory'];
      /**
       * @description By what corrections taught.
       * @example 20
       */
      learned: number;
      /**
       * @description Inactive ones included.
       * @example 1372
       */
      stores: number;
    };
    CategoryMoveDto: {
      /** @description At most ten. */
      examples: components['schemas']['PreviewExampleDto'][];
      /** @example unknown */
      from: components['schemas']['StoreCategory'];
      /**
       * @description Of all stores; estimated where only some were looked at.
       * @example 41
       */
      stores: number;
      /** @example pan-shop */
      to: components['schemas']['StoreCategory'];
    };
    CategoryPassDto: {
      /**
       * @description Stores that have another category, confidence or reason now.
       * @example 41
       */
      changed: number;
      /** @example 4944 */
      checked: number;
      /**
       * Format: date-time
       * @example 2026-03-01T09:30:02.000Z
       */
      finished_at: string | null;
      /**
       * @description The rules it goes by; null before the first.
       * @example 3
       */
      rule_version: string | null;
      /**
       * Format: date-time
       * @example 2026-03-01T09:30:00.000Z
       */
      started_at: string | null;
      /**
       * @description `waiting`: there is something to do, and it begins within seconds.
       * @example done
       * @enum {string}
       */
      state: 'waiting' | 'running' | 'done';
      /**
       * @description Stores there were when it began.
       * @example 4944
       */
      stores: number;
    };
    CategoryRuleDto: {
      /**
       * @description Null where the strength is `silent`, `place` or `landmark`.
       * @example grocery
       */
      category: components['schemas']['StoreCategory'] | null;
      /**
       * @description How often it is right; below 0.6 it decides nothing. Null where it names no category.
       * @example 0.97
       */
      confidence: number | null;
      /**
       * @description `trade` decides, the first of a name; `ware` where there is no trade; `ending` like a trade, but only as the end of a name;
       *     `general` where nothing else decides; `silent` says nothing; what is named right before a `place`, and all
       *     behind a `landmark`, is not the shop.
       * @example trade
       */
      strength: components['schemas']['RuleStrength'];
      /**
       * @description In capitals. Other spellings, joined, split and cut words are found by themselves.
       * @example KIRANA
       */
      words: string;
    };
    CategoryRuleProblemDto: {
      /**
       * @description Of the file, whose header is on line 1; or the place in the list, from 1.
       * @example 17
       */
      line: number;
      /** @example There is no word in "words". */
      reason: string;
    };
    CategoryRulesDto: {
      /**
       * @description What is not named is as in the default; null: it does not hold for this category.
       * @example {
       *       "min_width": null,
       *       "min_images": {
       *         "limit": 2,
       *         "effect": "reject"
       *       }
       *     }
       */
      criteria?: {
        formats?: components['schemas']['FormatsRuleDto'] | null;
        max_aspect?: components['schemas']['NumberRuleDto'] | null;
        max_brightness?: components['schemas']['NumberRuleDto'] | null;
        max_bytes?: components['schemas']['NumberRuleDto'] | null;
        min_aspect?: components['schemas']['NumberRuleDto'] | null;
        min_brightness?: components['schemas']['NumberRuleDto'] | null;
        min_bytes?: components['schemas']['NumberRuleDto'] | null;
        min_height?: components['schemas']['NumberRuleDto'] | null;
        min_images?: components['schemas']['NumberRuleDto'] | null;
        min_megapixels?: components['schemas']['NumberRuleDto'] | null;
        min_sharpness?: components['schemas']['NumberRuleDto'] | null;
        min_width?: components['schemas']['NumberRuleDto'] | null;
      };
      /** @example 10 */
      priority?: number;
    };
    CategoryRuleSetDto: {
      /** @example PAAN CORNER is a pan shop */
      comment: string;
      /**
       * @description The version that was made current again by this one.
       * @example null
       */
      copy_of: string | null;
      /** @example 3 */
      id: string;
      /**
       * Format: date-time
       * @example 2026-03-01T09:30:00.000Z
       */
      made_at: string;
      /** @example ops */
      made_by: string;
      /**
       * @description How many.
       * @example 807
       */
      rule_count: number;
      rules: components['schemas']['CategoryRuleDto'][];
    };
    CategoryRulesPreviewDto: {
      /**
       * @description Stores that would have another category; estimated where only some were looked at.
       * @example 41
       */
      changed: number;
      /**
       * @description Stores that were looked at: all, or 50,000 from everywhere.
       * @example 4944
       */
      checked: number;
      /** @description Most stores first. */
      moves: components['schemas']['CategoryMoveDto'][];
      /** @example 4944 */
      stores: number;
    };
    CategoryRulesRefusedDto: {
      /** @example RULES_REFUSED */
      code: string;
      /** @example Nothing was changed: 1 of the lines cannot be rules; the first is line 17: There is no word in "words". */
      error: string;
      /** @description The first hundred, by line. */
      problems: components['schemas']['CategoryRuleProblemDto'][];
    };
    CategoryRulesRequestDto: {
      /**
       * @description The version they were made of. When another one is in force by then, nothing is changed.
       * @example 3
       */
      based_on?: string;
      /**
       * @description Kept with the version.
       * @example PAAN CORNER is a pan shop
       */
      comment?: string;
      /** @description A rule file, instead of `rules`. */
      csv?: string;
      rules?: components['schemas']['NewCategoryRuleDto'][];
    };
    CategoryRuleVersionDto: {
      /** @example PAAN CORNER is a pan shop */
      comment: string;
      /**
       * @description The version that was made current again by this one.
       * @example null
       */
      copy_of: string | null;
      /** @example 3 */
      id: string;
      /**
       * Format: date-time
       * @example 2026-03-01T09:30:00.000Z
       */
      made_at: string;
      /** @example ops */
      made_by: string;
      /**
       * @description How many.
       * @example 807
       */
      rule_count: number;
    };
    CategoryRuleVersionPageDto: {
      /**
       * @description Cursor of the next page; null ends the list.
       * @example null
       */
      next_cursor: string | null;
      versions: components['schemas']['CategoryRuleVersionDto'][];
    };
    ChangeGroupRequest: {
      /** @example Visited by the team of the north. */
      description?: string;
      /** @example Hotels of the old town */
      name?: string;
      /**
       * @description A tree in which each node says one thing: `all`, `any` (lists of nodes), `not` (a node), `category`, `area` (lists), `name` (a part of the name, in any case), `name_like` (whole words that are all in the name, in any order and in any spelling that search hears as the same: `laxmi bhandar` finds `LAKSHMI BHANDER & SONS`; in words that sound like five letters or more, so LAXMI but not BHANU, which is `banu`, one vowel or h may be left out, added or exchanged, or else an s be added at the end; names of a large import are read after it, and until its `searchable_at` stores are taken by the names they had before), `tags` (a store needs one of them), `active` (true or false), or `group` (the id of another group).
       * @example {
       *       "all": [
       *         {
       *           "category": [
       *             "hotel-restaurant"
       *           ]
       *         },
       *         {
       *           "any": [
       *             {
       *               "area": [
       *                 "7100015"
       *               ]
       *             },
       *             {
       *               "tags": [
       *                 "high-value"
       *               ]
       *             }
       *           ]
       *         },
       *         {
       *           "name_like": "laxmi bhandar"
       *         },
       *         {
       *           "not": {
       *             "name": "closed"
       *           }
       *         }
       *       ]
       *     }
       */
      rule?: {
        [key: string]: unknown;
      };
      /**
       * @description The version you have seen: when there is a newer one, nothing is changed (`GROUP_CHANGED`).
       * @example 3
       */
      seen_version?: number;
      /**
       * @description At most some 4,000 by JSON; more come as a CSV file to `/members`.
       * @example [
       *       "RP00001",
       *       "RP00002"
       *     ]
       */
      store_ids?: string[];
    };
    ChangeWebhookRequest: {
      /** @example Billing */
      description?: string;
      /**
       * @description `false`: nothing is sent any more, and what still waits has failed.
       * @example true
       */
      enabled?: boolean;
      /**
       * @example [
       *       "job.settled"
       *     ]
       */
      events?: ('job.settled' | 'job.failed')[];
      /**
       * @description What still waits goes to the new address, too.
       * @example https://example.com/hooks/jobs
       */
      url?: string;
    };
    CodeSummaryDto: {
      /** @example HTTP_404 */
      code: string;
      example: components['schemas']['FailureExampleDto'];
      /** @example 18 */
      images: number;
      /**
       * @description Stores they belong to.
       * @example 7
       */
      stores: number;
    };
    CountedVisitDto: {
      /**
       * @description The area the store was in at that time.
       * @example 7100015
       */
      area_code: string;
      counts: components['schemas']['ImageCountsDto'];
      /**
       * @description Images of the visit.
       * @example 1
       */
      image_count: number;
      /** @description The first 50 of them; none once they were removed. */
      images: components['schemas']['VisitedImageDto'][];
      /**
       * Format: date-time
       * @description When the images were removed, as they were older than they are kept.
       * @example null
       */
      images_removed_at: string | null;
      /** @example 128 */
      job_id: string;
      /**
       * Format: date-time
       * @example 2026-03-01T09:30:00.000Z
       */
      visit_time: string;
    };
    CreateGroupRequest: {
      /**
       * @default
       * @example Visited by the team of the north.
       */
      description?: string;
      /**
       * @description No other group has it, in any case.
       * @example Hotels of the old town
       */
      name: string;
      /**
       * @description A tree in which each node says one thing: `all`, `any` (lists of nodes), `not` (a node), `category`, `area` (lists), `name` (a part of the name, in any case), `name_like` (whole words that are all in the name, in any order and in any spelling that search hears as the same: `laxmi bhandar` finds `LAKSHMI BHANDER & SONS`; in words that sound like five letters or more, so LAXMI but not BHANU, which is `banu`, one vowel or h may be left out, added or exchanged, or else an s be added at the end; names of a large import are read after it, and until its `searchable_at` stores are taken by the names they had before), `tags` (a store needs one of them), `active` (true or false), or `group` (the id of another group).
       * @example {
       *       "all": [
       *         {
       *           "category": [
       *             "hotel-restaurant"
       *           ]
       *         },
       *         {
       *           "any": [
       *             {
       *               "area": [
       *                 "7100015"
       *               ]
       *             },
       *             {
       *               "tags": [
       *                 "high-value"
       *               ]
       *             }
       *           ]
       *         },
       *         {
       *           "name_like": "laxmi bhandar"
       *         },
       *         {
       *           "not": {
       *             "name": "closed"
       *           }
       *         }
       *       ]
       *     }
       */
      rule?: {
        [key: string]: unknown;
      };
      /**
       * @description At most some 4,000 by JSON; more come as a CSV file to `/members`.
       * @example [
       *       "RP00001",
       *       "RP00002"
       *     ]
       */
      store_ids?: string[];
    };
    CreateKeyRequest: {
      /**
       * @description For people: who or what uses the key.
       * @example field-app
       */
      name: string;
      /**
       * @description `admin` may do everything; `submit` does not include `read`.
       * @example [
       *       "read",
       *       "submit"
       *     ]
       */
      scopes: ('read' | 'submit' | 'admin')[];
    };
    CreateWebhookRequest: {
      /**
       * @description For people.
       * @default
       * @example Billing
       */
      description?: string;
      /**
       * @description `job.settled`: every job whose last image is settled; `job.failed`: those of them with images that failed or were cancelled.
       * @example [
       *       "job.settled"
       *     ]
       */
      events: ('job.settled' | 'job.failed')[];
      /**
       * @description http or https, without user name and password.
       * @example https://example.com/hooks/jobs
       */
      url: string;
    };
    CriteriaDto: {
      criteria: components['schemas']['CriterionDto'][];
    };
    CriterionDto: {
      /**
       * @description Whether a value must be at least the limit, at most, or among several.
       * @example least
       * @enum {string}
       */
      bound: 'least' | 'most' | 'among';
      /**
       * @description Code of the failure or the warning of an image that breaks it.
       * @example RULE_MIN_WIDTH
       */
      code: string;
      /**
       * @description Smallest limit; of `among`, the fewest values.
       * @example 1
       */
      from: number;
      /**
       * @example min_width
       * @enum {string}
       */
      name:
        | 'min_width'
        | 'min_height'
        | 'min_megapixels'
        | 'min_aspect'
        | 'max_aspect'
        | 'formats'
        | 'min_bytes'
        | 'max_bytes'
        | 'min_images'
        | 'min_sharpness'
        | 'min_brightness'
        | 'max_brightness';
      /**
       * @description Largest limit.
       * @example 100000
       */
      to: number;
      /**
       * @description Whether the limit is a whole number.
       * @example true
       */
      whole: boolean;
    };
    DecideDuplicatesRequest: {
      /**
       * @description 2 to 50 stores of one area.
       * @example [
       *       "RP00004",
       *       "RP00412"
       *     ]
       */
      store_ids: string[];
      /**
       * @description `same`: they are one shop; `different`: every two of them are different shops.
       * @example same
       * @enum {string}
       */
      verdict: 'same' | 'different';
    };
    DefaultRulesDto: {
      /**
       * @example {
       *       "min_width": {
       *         "limit": 640,
       *         "effect": "warn"
       *       }
       *     }
       */
      criteria: {
        formats?: components['schemas']['FormatsRuleDto'];
        max_aspect?: components['schemas']['NumberRuleDto'];
        max_brightness?: components['schemas']['NumberRuleDto'];
        max_bytes?: components['schemas']['NumberRuleDto'];
        min_aspect?: components['schemas']['NumberRuleDto'];
        min_brightness?: components['schemas']['NumberRuleDto'];
        min_bytes?: components['schemas']['NumberRuleDto'];
        min_height?: components['schemas']['NumberRuleDto'];
        min_images?: components['schemas']['NumberRuleDto'];
        min_megapixels?: components['schemas']['NumberRuleDto'];
        min_sharpness?: components['schemas']['NumberRuleDto'];
        min_width?: components['schemas']['NumberRuleDto'];
      };
      /**
       * @description Visits with a higher one are dispatched before the others of their job.
       * @example 0
       */
      priority: number;
    };
    DeliveryAttemptDto: {
      /**
       * @description The first 2,048 bytes of the answer's body.
       * @example ok
       */
      answer: string | null;
      /**
       * Format: date-time
       * @example 2026-03-01T09:31:00.500Z
       */
      at: string;
      /** @example 1 */
      attempt: number;
      /** @example null */
      error: string | null;
      /**
       * @description How long it took, in milliseconds.
       * @example 180
       */
      ms: number;
      /**
       * @description HTTP status; null when there was no answer.
       * @example 204
       */
      status: number | null;
    };
    DeliveryDetailDto: {
      /** @example 1 */
      attempts: number;
      /**
       * Format: date-time
       * @example 2026-03-01T09:31:00.400Z
       */
      created_at: string;
      /**
       * Format: date-time
       * @example 2026-03-01T09:31:00.700Z
       */
      delivered_at: string | null;
      /**
       * @description The webhook it goes to; null for the `callback_url` of a job.
       * @example 3
       */
      endpoint_id: string | null;
      /** @example 77 */
      id: string;
      /**
       * @description The job it is about; null for a test.
       * @example 128
       */
      job_id: string | null;
      /**
       * @description What was wrong at the last attempt, in a sentence.
       * @example null
       */
      last_error: string | null;
      /**
       * @description HTTP status of the last attempt; null when there was no answer.
       * @example 204
       */
      last_status: number | null;
      /** @description Oldest first. */
      log: components['schemas']['DeliveryAttemptDto'][];
      /**
       * @description Sent as `webhook-id`, the same at every attempt: a receiver that gets it twice knows by it.
       * @example msg_1c9f0e5d3a7b4f6e8d2c5b1a9e7f3d60
       */
      message_id: string;
      /**
       * Format: date-time
       * @description When it is tried next; also after an attempt that is under way, in case that comes to nothing.
       * @example null
       */
      next_attempt_at: string | null;
      /**
       * @description What is sent, as JSON.
       * @example {
       *       "type": "job.settled",
       *       "timestamp": "2026-03-01T09:31:00.000Z",
       *       "data": {
       *         "job_id": "128",
       *         "status": "failed",
       *         "state": "failed",
       *         "progress": {
       *           "total": 200,
       *           "processed": 198,
       *           "failed": 2,
       *           "cancelled": 0,
       *           "pending": 0,
       *           "percent": 100
       *         },
       *         "error_count": 2,
       *         "reference": "north-route-2026-03-01",
       *         "labels": {
       *           "team": "north"
       *         },
       *         "run": 0,
       *         "created_at": "2026-03-01T09:30:00.000Z",
       *         "settled_at": "2026-03-01T09:31:00.000Z"
       *       }
       *     }
       */
      payload: {
        [key: string]: unknown;
      };
      /**
       * @description `failed` after the last attempt, or when its webhook was disabled or deleted.
       * @example delivered
       * @enum {string}
       */
      state: 'pending' | 'delivered' | 'failed';
      /**
       * @example job.settled
       * @enum {string}
       */
      type: 'job.settled' | 'job.failed' | 'webhook.test';
      /** @example https://example.com/hooks/jobs */
      url: string;
    };
    DeliveryDto: {
      /** @example 1 */
      attempts: number;
      /**
       * Format: date-time
       * @example 2026-03-01T09:31:00.400Z
       */
      created_at: string;
      /**
       * Format: date-time
       * @example 2026-03-01T09:31:00.700Z
       */
      delivered_at: string | null;
      /**
       * @description The webhook it goes to; null for the `callback_url` of a job.
       * @example 3
       */
      endpoint_id: string | null;
      /** @example 77 */
      id: string;
      /**
       * @description The job it is about; null for a test.
       * @example 128
       */
      job_id: string | null;
      /**
       * @description What was wrong at the last attempt, in a sentence.
       * @example null
       */
      last_error: string | null;
      /**
       * @description HTTP status of the last attempt; null when there was no answer.
       * @example 204
       */
      last_status: number | null;
      /**
       * @description Sent as `webhook-id`, the same at every attempt: a receiver that gets it twice knows by it.
       * @example msg_1c9f0e5d3a7b4f6e8d2c5b1a9e7f3d60
       */
      message_id: string;
      /**
       * Format: date-time
       * @description When it is tried next; also after an attempt that is under way, in case that comes to nothing.
       * @example null
       */
      next_attempt_at: string | null;
      /**
       * @description `failed` after the last attempt, or when its webhook was disabled or deleted.
       * @example delivered
       * @enum {string}
       */
      state: 'pending' | 'delivered' | 'failed';
      /**
       * @example job.settled
       * @enum {string}
       */
      type: 'job.settled' | 'job.failed' | 'webhook.test';
      /** @example https://example.com/hooks/jobs */
      url: string;
    };
    DeliveryPageDto: {
      deliveries: components['schemas']['DeliveryDto'][];
      /**
       * @description Cursor of the next page; null ends the list.
       * @example null
       */
      next_cursor: string | null;
    };
    DispatchDto: {
      /** @example false */
      paused: boolean;
      /**
       * Format: date-time
       * @example null
       */
      paused_at: string | null;
      /**
       * @description Name of the API key; `open` while the service is open to everybody.
       * @example null
       */
      paused_by: string | null;
    };
    DuplicateClusterDto: {
      /** @example 7100015 */
      area_code: string;
      /**
       * @description How sure it is, 0 to 1, by the surest pair that nobody has decided about; 1 or 0 where it was decided.
       * @example 0.92
       */
      confidence: number;
      /** @description What was decided; null while it is open. */
      decision: components['schemas']['DuplicateDecisionDto'] | null;
      /**
       * @description Why, for its surest pairs: which words met, and how. None where it was decided.
       * @example [
       *       "\"BHANDAR\" is the same; \"LAKSHMI\" sounds like \"LAXMI\"."
       *     ]
       */
      reasons: string[];
      /**
       * @description `open`: nobody has decided yet.
       * @example open
       * @enum {string}
       */
      state: 'open' | 'same' | 'different';
      stores: components['schemas']['DuplicateStoreDto'][];
    };
    DuplicateDecisionDto: {
      /**
       * Format: date-time
       * @example 2026-03-01T09:30:00.000Z
       */
      decided_at: string;
      /**
       * @description Who decided.
       * @example area manager
       */
      decided_by: string;
      /** @example 7 */
      id: string;
      /**
       * @example [
       *       "RP00004",
       *       "RP00412"
       *     ]
       */
      store_ids: string[];
      /**
       * @example same
       * @enum {string}
       */
      verdict: 'same' | 'different';
    };
    DuplicatePageDto: {
      /**
       * @description Areas that were searched so far, of those asked for; after an import it takes a while until all are.
       * @example 12
       */
      areas_searched: number;
      clusters: components['schemas']['DuplicateClusterDto'][];
      /** @description False when one of them is so large that not all its stores, or not all that have a word in common, were looked at. */
      is_complete: boolean;
      /**
       * @description Cursor of the next page; null ends the list.
       * @example null
       */
      next_cursor: string | null;
      /**
       * Format: date-time
       * @description The last time one was; null before the first.
       * @example 2026-03-01T09:30:00.000Z
       */
      searched_at: string | null;
      /**
       * @description Stores that were looked at in them.
       * @example 4944
       */
      stores_searched: number;
    };
    DuplicateStoreDto: {
      /** @description Jobs may visit it. */
      active: boolean;
      /** @example grocery */
      category: components['schemas']['StoreCategory'];
      /** @example RP00004 */
      store_id: string;
      /** @example NEW LAXMI BHANDER */
      store_name: string;
    };
    ErrorBody: {
      /**
       * @description Stable, for programs.
       * @example INVALID_INPUT
       */
      code: string;
      /**
       * @description One clear sentence.
       * @example "visits" must not be empty.
       */
      error: string;
    };
    EtaDto: {
      /** @example 14 */
      earliest_seconds: number;
      /** @example 21 */
      latest_seconds: number;
      /** @example 16 */
      seconds: number;
    };
    FailureDto: {
      /** @example HTTP_404 */
      code: string;
      /** @example The image "https://example.com/1.jpg" of store "RP00001" could not be downloaded: its server answered 404 (Not Found). */
      error: string;
      /**
       * @description 1, 2, 3 .. in the order in which the failures of the job were found.
       * @example 57
       */
      failure_no: number;
      /** @example https://example.com/1.jpg */
      image_url: string;
      /** @example RP00001 */
      store_id: string;
    };
    FailureExampleDto: {
      /** @example The image "http://localhost:8081/samples/none.jpg" of store "RP00001" could not be downloaded: its server answered 404 (Not Found). */
      error: string;
      /** @example http://localhost:8081/samples/none.jpg */
      image_url: string;
      /** @example RP00001 */
      store_id: string;
    };
    FailurePageDto: {
      failures: components['schemas']['FailureDto'][];
      /**
       * @description Cursor of the next page; null ends the list.
       * @example null
       */
      next_cursor: string | null;
    };
    FormatsRuleDto: {
      /**
       * @example warn
       * @enum {string}
       */
      effect: 'warn' | 'reject';
      /**
       * @example [
       *       "jpeg",
       *       "png"
       *     ]
       */
      limit: ('jpeg' | 'png' | 'webp' | 'gif')[];
    };
    GroupComparisonDto: {
      /**
       * Format: date-time
       * @example 2026-03-31T00:00:00.000Z
       */
      before: string;
      /**
       * Format: date-time
       * @example 2026-03-01T00:00:00.000Z
       */
      from: string;
      /** @description In the order they were asked for. */
      groups: components['schemas']['GroupFiguresDto'][];
      /** @description Groups that were asked for and have too many images in this time. */
      left_out: components['schemas']['LeftOutGroupDto'][];
      /** @description Each two of all, also those without a store in common. */
      overlaps: components['schemas']['GroupOverlapDto'][];
    };
    GroupDayDto: {
      /** @example 0 */
      cancelled: number;
      /**
       * @description In UTC.
       * @example 2026-03-01
       */
      day: string;
      /** @example 2 */
      failed: number;
      /**
       * @description All of them: the sum of the others.
       * @example 12
       */
      images: number;
      /** @example 9 */
      measured: number;
      /** @example 1 */
      pending: number;
      /**
       * @description Removed, as they were older than they are kept; what became of them is not known any more. Those of jobs in which
       *     every image was measured stay `measured`.
       * @example 0
       */
      removed: number;
      /** @example 81.8 */
      success_percent: number | null;
      /** @example 4 */
      visits: number;
    };
    GroupDetailDto: {
      /** @example 405 */
      active_stores: number;
      /**
       * Format: date-time
       * @example 2026-03-01T09:30:00.000Z
       */
      created_at: string;
      /**
       * @description Name of the API key, or `open`.
       * @example office
       */
      created_by: string;
      /**
       * Format: date-time
       * @description A deleted group can be brought back.
       * @example null
       */
      deleted_at: string | null;
      /** @example Visited by the team of the north. */
      description: string;
      /** @example 4 */
      id: string;
      /** @description False while names of a large import are still being read and a rule has `name_like`: the stores may not be all, or too many. */
      is_complete: boolean;
      /**
       * @description `rule`: whoever fits it belongs to the group; `list`: the stores were named.
       * @example rule
       * @enum {string}
       */
      kind: 'rule' | 'list';
      /** @example Hotels of the old town */
      name: string;
      /**
       * @description A tree in which each node says one thing: `all`, `any` (lists of nodes), `not` (a node), `category`, `area` (lists), `name` (a part of the name, in any case), `name_like` (whole words that are all in the name, in any order and in any spelling that search hears as the same: `laxmi bhandar` finds `LAKSHMI BHANDER & SONS`; in words that sound like five letters or more, so LAXMI but not BHANU, which is `banu`, one vowel or h may be left out, added or exchanged, or else an s be added at the end; names of a large import are read after it, and until its `searchable_at` stores are taken by the names they had before), `tags` (a store needs one of them), `active` (true or false), or `group` (the id of another group).
       * @example {
       *       "all": [
       *         {
       *           "category": [
       *             "hotel-restaurant"
       *           ]
       *         },
       *         {
       *           "any": [
       *             {
       *               "area": [
       *                 "7100015"
       *               ]
       *             },
       *             {
       *               "tags": [
       *                 "high-value"
       *               ]
       *             }
       *           ]
       *         },
       *         {
       *           "name_like": "laxmi bhandar"
       *         },
       *         {
       *           "not": {
       *             "name": "closed"
       *           }
       *         }
       *       ]
       *     }
       */
      rule: {
        [key: string]: unknown;
      } | null;
      /**
       * @description Stores in it at this moment, inactive ones too; none of a deleted group.
       * @example 412
       */
      stores: number;
      /**
       * Format: date-time
       * @example 2026-03-02T08:00:00.000Z
       */
      updated_at: string;
      /** @example office */
      updated_by: string;
      /** @description Groups whose rules name this one; while there are any, it cannot be deleted. */
      used_by: components['schemas']['NamedGroupDto'][];
      /** @description Groups the rule names. */
      uses: components['schemas']['NamedGroupDto'][];
      /**
       * @description Goes up with each change.
       * @example 3
       */
      version: number;
    };
    GroupDraftRequest: {
      /**
       * @description A tree in which each node says one thing: `all`, `any` (lists of nodes), `not` (a node), `category`, `area` (lists), `name` (a part of the name, in any case), `name_like` (whole words that are all in the name, in any order and in any spelling that search hears as the same: `laxmi bhandar` finds `LAKSHMI BHANDER & SONS`; in words that sound like five letters or more, so LAXMI but not BHANU, which is `banu`, one vowel or h may be left out, added or exchanged, or else an s be added at the end; names of a large import are read after it, and until its `searchable_at` stores are taken by the names they had before), `tags` (a store needs one of them), `active` (true or false), or `group` (the id of another group).
       * @example {
       *       "all": [
       *         {
       *           "category": [
       *             "hotel-restaurant"
       *           ]
       *         },
       *         {
       *           "any": [
       *             {
       *               "area": [
       *                 "7100015"
       *               ]
       *             },
       *             {
       *               "tags": [
       *                 "high-value"
       *               ]
       *             }
       *           ]
       *         },
       *         {
       *           "name_like": "laxmi bhandar"
       *         },
       *         {
       *           "not": {
       *             "name": "closed"
       *           }
       *         }
       *       ]
       *     }
       */
      rule?: {
        [key: string]: unknown;
      };
      /**
       * @description At most some 4,000 by JSON; more come as a CSV file to `/members`.
       * @example [
       *       "RP00001",
       *       "RP00002"
       *     ]
       */
      store_ids?: string[];
    };
    GroupDto: {
      /**
       * Format: date-time
       * @example 2026-03-01T09:30:00.000Z
       */
      created_at: string;
      /**
       * @description Name of the API key, or `open`.
       * @example office
       */
      created_by: string;
      /**
       * Format: date-time
       * @description A deleted group can be brought back.
       * @example null
       */
      deleted_at: string | null;
      /** @example Visited by the team of the north. */
      description: string;
      /** @example 4 */
      id: string;
      /**
       * @description `rule`: whoever fits it belongs to the group; `list`: the stores were named.
       * @example rule
       * @enum {string}
       */
      kind: 'rule' | 'list';
      /** @example Hotels of the old town */
      name: string;
      /**
       * @description A tree in which each node says one thing: `all`, `any` (lists of nodes), `not` (a node), `category`, `area` (lists), `name` (a part of the name, in any case), `name_like` (whole words that are all in the name, in any order and in any spelling that search hears as the same: `laxmi bhandar` finds `LAKSHMI BHANDER & SONS`; in words that sound like five letters or more, so LAXMI but not BHANU, which is `banu`, one vowel or h may be left out, added or exchanged, or else an s be added at the end; names of a large import are read after it, and until its `searchable_at` stores are taken by the names they had before), `tags` (a store needs one of them), `active` (true or false), or `group` (the id of another group).
       * @example {
       *       "all": [
       *         {
       *           "category": [
       *             "hotel-restaurant"
       *           ]
       *         },
       *         {
       *           "any": [
       *             {
       *               "area": [
       *                 "7100015"
       *               ]
       *             },
       *             {
       *               "tags": [
       *                 "high-value"
       *               ]
       *             }
       *           ]
       *         },
       *         {
       *           "name_like": "laxmi bhandar"
       *         },
       *         {
       *           "not": {
       *             "name": "closed"
       *           }
       *         }
       *       ]
       *     }
       */
      rule: {
        [key: string]: unknown;
      } | null;
      /**
       * Format: date-time
       * @example 2026-03-02T08:00:00.000Z
       */
      updated_at: string;
      /** @example office */
      updated_by: string;
      /** @description Groups the rule names. */
      uses: components['schemas']['NamedGroupDto'][];
      /**
       * @description Goes up with each change.
       * @example 3
       */
      version: number;
    };
    GroupFiguresDto: {
      /** @example 405 */
      active_stores: number;
      /** @example 0 */
      cancelled: number;
      /**
       * @description Those that failed, by code.
       * @example {
       *       "HTTP_404": 1,
       *       "IMAGE_DAMAGED": 1
       *     }
       */
      codes: {
        [key: string]: number;
      };
      /** @description Days on which jobs with visits to it were submitted, in their order. */
      days: components['schemas']['GroupDayDto'][];
      /** @example 2 */
      failed: number;
      /** @example 4 */
      group_id: string;
      /**
       * @description All of them: the sum of the others.
       * @example 12
       */
      images: number;
      /**
       * Format: date-time
       * @description The latest time of these visits; null without any.
       * @example 2026-03-01T09:30:00.000Z
       */
      last_visit_at: string | null;
      /** @example 9 */
      measured: number;
      /**
       * @description Milliseconds that half of the measured images took at the most, waiting for their turn included; null without any, and where telling it takes longer than 5 s.
       * @example 640
       */
      median_ms: number | null;
      /** @example Hotels of the old town */
      name: string;
      /**
       * @description The same for 95 % of them.
       * @example 2100
       */
      p95_ms: number | null;
      /** @example 1 */
      pending: number;
      /**
       * @description Removed, as they were older than they are kept; what became of them is not known any more. Those of jobs in which
       *     every image was measured stay `measured`.
       * @example 0
       */
      removed: number;
      /**
       * @description Stores in it, inactive ones too.
       * @example 412
       */
      stores: number;
      /**
       * @description Different stores of it that were visited.
       * @example 4
       */
      stores_visited: number;
      /**
       * @description Measured images of those measured or failed, with one decimal; null when there are none. 100 only when none failed.
       * @example 81.8
       */
      success_percent: number | null;
      /** @example 4 */
      visits: number;
    };
    GroupMembersDto: {
      /**
       * @description Stores that came to the group.
       * @example 12
       */
      added: number;
      /**
       * @description Rows that name no store.
       * @example 1
       */
      rejected: number;
      /** @description The first hundred of them, by line. */
      rejects: components['schemas']['MemberRejectDto'][];
      /**
       * @description Stores that left it.
       * @example 0
       */
      removed: number;
      /**
       * @description Rows that were read.
       * @example 13
       */
      rows: number;
      /**
       * @description Of the group since then; without a change, the one it had.
       * @example 4
       */
      version: number;
    };
    GroupMembersRequest: {
      /**
       * @example [
       *       "RP00001",
       *       "RP00002"
       *     ]
       */
      store_ids: string[];
    };
    GroupOverlapDto: {
      /**
       * @description Ids of the two.
       * @example [
       *       "4",
       *       "5"
       *     ]
       */
      group_ids: string[];
      /** @example 12 */
      stores: number;
    };
    GroupPageDto: {
      groups: components['schemas']['GroupDto'][];
      /**
       * @description Cursor of the next page; null ends the list.
       * @example null
       */
      next_cursor: string | null;
    };
    GroupPreviewDto: {
      /** @example 405 */
      active_stores: number;
      /** @description The first twenty, by id. */
      first: components['schemas']['GroupStoreDto'][];
      /** @description False while names of a large import are still being read and the rule has `name_like`: the stores may not be all, or too many. */
      is_complete: boolean;
      /** @example 412 */
      stores: number;
    };
    GroupStoreDto: {
      active: boolean;
      /** @example 7100015 */
      area_code: string;
      /** @example grocery */
      category: string;
      /** @example RP00001 */
      store_id: string;
      /** @example SHREE GANESH KIRANA STORE */
      store_name: string;
      /**
       * @example [
       *       "high-value"
       *     ]
       */
      tags: string[];
    };
    GroupStorePageDto: {
      /**
       * @description Cursor of the next page; null ends the list.
       * @example WyJSUDAwMDUwIl0
       */
      next_cursor: string | null;
      stores: components['schemas']['GroupStoreDto'][];
    };
    GroupSummaryDto: {
      /** @example 405 */
      active_stores: number;
      /**
       * Format: date-time
       * @description The first minute that does not count any more.
       * @example 2026-03-31T00:00:00.000Z
       */
      before: string;
      /** @example 0 */
      cancelled: number;
      /**
       * @description Those that failed, by code.
       * @example {
       *       "HTTP_404": 1,
       *       "IMAGE_DAMAGED": 1
       *     }
       */
      codes: {
        [key: string]: number;
      };
      /** @description Days on which jobs with visits to it were submitted, in their order. */
      days: components['schemas']['GroupDayDto'][];
      /** @example 2 */
      failed: number;
      /**
       * Format: date-time
       * @description The first minute that counts.
       * @example 2026-03-01T00:00:00.000Z
       */
      from: string;
      /** @example 4 */
      group_id: string;
      /**
       * @description All of them: the sum of the others.
       * @example 12
       */
      images: number;
      /**
       * Format: date-time
       * @description The latest time of these visits; null without any.
       * @example 2026-03-01T09:30:00.000Z
       */
      last_visit_at: string | null;
      /** @example 9 */
      measured: number;
      /**
       * @description Milliseconds that half of the measured images took at the most, waiting for their turn included; null without any, and where telling it takes longer than 5 s.
       * @example 640
       */
      median_ms: number | null;
      /** @example Hotels of the old town */
      name: string;
      /**
       * @description The same for 95 % of them.
       * @example 2100
       */
      p95_ms: number | null;
      /** @example 1 */
      pending: number;
      /**
       * @description Removed, as they were older than they are kept; what became of them is not known any more. Those of jobs in which
       *     every image was measured stay `measured`.
       * @example 0
       */
      removed: number;
      /**
       * @description Stores in it, inactive ones too.
       * @example 412
       */
      stores: number;
      /**
       * @description Different stores of it that were visited.
       * @example 4
       */
      stores_visited: number;
      /**
       * @description Measured images of those measured or failed, with one decimal; null when there are none. 100 only when none failed.
       * @example 81.8
       */
      success_percent: number | null;
      /** @example 4 */
      visits: number;
    };
    GroupVersionDto: {
      /**
       * Format: date-time
       * @example 2026-03-01T09:30:00.000Z
       */
      changed_at: string;
      /** @example office */
      changed_by: string;
      /** @example  */
      description: string;
      /**
       * @description Stores on the list; null for a rule.
       * @example null
       */
      listed: number | null;
      /** @example Hotels of the old town */
      name: string;
      /**
       * @description The version it went back to.
       * @example null
       */
      restored_from: number | null;
      /**
       * @description A tree in which each node says one thing: `all`, `any` (lists of nodes), `not` (a node), `category`, `area` (lists), `name` (a part of the name, in any case), `name_like` (whole words that are all in the name, in any order and in any spelling that search hears as the same: `laxmi bhandar` finds `LAKSHMI BHANDER & SONS`; in words that sound like five letters or more, so LAXMI but not BHANU, which is `banu`, one vowel or h may be left out, added or exchanged, or else an s be added at the end; names of a large import are read after it, and until its `searchable_at` stores are taken by the names they had before), `tags` (a store needs one of them), `active` (true or false), or `group` (the id of another group).
       * @example {
       *       "all": [
       *         {
       *           "category": [
       *             "hotel-restaurant"
       *           ]
       *         },
       *         {
       *           "any": [
       *             {
       *               "area": [
       *                 "7100015"
       *               ]
       *             },
       *             {
       *               "tags": [
       *                 "high-value"
       *               ]
       *             }
       *           ]
       *         },
       *         {
       *           "name_like": "laxmi bhandar"
       *         },
       *         {
       *           "not": {
       *             "name": "closed"
       *           }
       *         }
       *       ]
       *     }
       */
      rule: {
        [key: string]: unknown;
      } | null;
      /** @example 2 */
      version: number;
    };
    GroupVersionPageDto: {
      /**
       * @description Cursor of the next page; null ends the list.
       * @example null
       */
      next_cursor: string | null;
      versions: components['schemas']['GroupVersionDto'][];
    };
    ImageCountsDto: {
      /** @example 0 */
      cancelled: number;
      /** @example 2 */
      failed: number;
      /**
       * @description All of them: the sum of the others.
       * @example 12
       */
      images: number;
      /** @example 9 */
      measured: number;
      /** @example 1 */
      pending: number;
      /**
       * @description Removed, as they were older than they are kept; what became of them is not known any more. Those of jobs in which
       *     every image was measured stay `measured`.
       * @example 0
       */
      removed: number;
    };
    ImageDto: {
      /**
       * @description Tries that were made; a host that asks to come back later is not counted.
       * @example 1
       */
      attempts: number | null;
      /**
       * @description Mean grey value, 0 (black) to 255 (white).
       * @example 118
       */
      brightness: number | null;
      /**
       * @description Size of the file.
       * @example 74896
       */
      bytes: number | null;
      /** @example null */
      code: string | null;
      /** @example null */
      error: string | null;
      /**
       * @example jpeg
       * @enum {string|null}
       */
      format: 'jpeg' | 'png' | 'webp' | 'gif' | null;
      /**
       * @description Pixels, as a person sees the image.
       * @example 900
       */
      height: number | null;
      /**
       * @description Place in the job, from 0: visits of a higher priority come first, else it is the order of the request.
       * @example 0
       */
      idx: number;
      /** @example http://localhost:8081/samples/shelf-1.jpg */
      image_url: string;
      /**
       * @description `2 * (width + height)`, in pixels; of measured images only.
       * @example 4200
       */
      perimeter: number | null;
      /**
       * @description Dispatch priority of its visit, by the rules in force at the submission; null before there were any.
       * @example 10
       */
      priority: number | null;
      /**
       * @description The version of the rules that judged it; null where it was not opened.
       * @example 7
       */
      rules_version: number | null;
      /**
       * @description 0 for the first processing, 1.. for retries.
       * @example 0
       */
      run: number;
      /**
       * @description How much neighbouring pixels of a small grey copy differ: under a hundred in blurred photos. Null with IMAGE_VERIFY=header.
       * @example 840
       */
      sharpness: number | null;
      /**
       * @example measured
       * @enum {string}
       */
      state: 'pending' | 'measured' | 'failed' | 'cancelled';
      /** @example RP00001 */
      store_id: string;
      timings: components['schemas']['TimingsDto'];
      /**
       * @description Place of its visit in the request, from 0.
       * @example 0
       */
      visit_no: number;
      /**
       * Format: date-time
       * @example 2026-03-01T09:30:00.000Z
       */
      visit_time: string;
      /** @description Rules it does not meet, and that let it pass; of a rejected image, those that would have. */
      warnings: components['schemas']['WarningDto'][];
      /**
       * @description Pixels, as a person sees the image (EXIF rotation applied); an image that a rule rejects has them too.
       * @example 1200
       */
      width: number | null;
    };
    ImageErrorDto: {
      /** @example HTTP_404 */
      code: string;
      /** @example The image "https://example.com/1.jpg" of store "RP00001" could not be downloaded: its server answered 404 (Not Found). */
      error: string;
      /** @example https://example.com/1.jpg */
      image_url: string | null;
      /**
       * @description Null for what concerns the whole job.
       * @example RP00001
       */
      store_id: string | null;
    };
    ImagePageDto: {
      images: components['schemas']['ImageDto'][];
      /**
       * @description Cursor of the next page; null ends the list.
       * @example null
       */
      next_cursor: string | null;
    };
    ImportRefusedDto: {
      /** @example IMPORT_REJECTED */
      code: string;
      /** @example Nothing was loaded: 1 of 4944 rows cannot be; the first is line 17: StoreID is blank. */
      error: string;
      /**
       * @description Rows that cannot be loaded.
       * @example 1
       */
      rejected: number;
      /** @description The first hundred of them, by line. */
      rejects: components['schemas']['RejectDto'][];
      /**
       * @description Rows that were read.
       * @example 4944
       */
      rows: number;
    };
    IssuedKeyDto: {
      /**
       * Format: date-time
       * @example 2026-03-01T09:30:00.000Z
       */
      created_at: string;
      /**
       * @description Name of the key that made it; `cli`, `start` or `open` where there was none.
       * @example first-admin
       */
      created_by: string;
      /** @example 3 */
      id: string;
      /**
       * @description The key itself, told only here.
       * @example smp_q3VwX9u1kJ0b6mYzT4cRfWl8sHaE2nDgPvBtXoKiL5M
       */
      key: string;
      /**
       * Format: date-time
       * @description To the minute; null when it was never used.
       * @example null
       */
      last_used_at: string | null;
      /** @example field-app */
      name: string;
      /**
       * @description The first characters of the key.
       * @example smp_q3VwX9
       */
      prefix: string;
      /**
       * Format: date-time
       * @description Since when it cannot be used any more; null while it can.
       * @example null
       */
      revoked_at: string | null;
      /**
       * @example [
       *       "read",
       *       "submit"
       *     ]
       */
      scopes: ('read' | 'submit' | 'admin')[];
    };
    IssuedWebhookDto: {
      /**
       * Format: date-time
       * @example 2026-03-01T09:30:00.000Z
       */
      created_at: string;
      /**
       * @description Name of the API key that registered it; `open` where none was needed.
       * @example admin
       */
      created_by: string;
      /** @example Billing */
      description: string;
      /**
       * Format: date-time
       * @example null
       */
      disabled_at: string | null;
      /**
       * @description Why nothing is sent to it, in a sentence.
       * @example null
       */
      disabled_reason: string | null;
      /** @example true */
      enabled: boolean;
      /**
       * @example [
       *       "job.settled"
       *     ]
       */
      events: ('job.settled' | 'job.failed')[];
      /**
       * Format: date-time
       * @description Since when nothing has reached it; null while all is well.
       * @example null
       */
      failing_since: string | null;
      /** @example 3 */
      id: string;
      /**
       * Format: date-time
       * @description Until when messages are signed with the secret before the last rotation, too.
       * @example null
       */
      old_secret_until: string | null;
      /**
       * @description By the Standard Webhooks scheme; told only here.
       * @example whsec_q3VwX9u1kJ0b6mYzT4cRfWl8sHaE2nDgPvBtXoKiL5M=
       */
      secret: string;
      /**
       * Format: date-time
       * @example 2026-03-01T09:30:00.000Z
       */
      updated_at: string;
      /** @example https://example.com/hooks/jobs */
      url: string;
    };
    JobDetailDto: {
      /** @example null */
      callback_url: string | null;
      /**
       * Format: date-time
       * @description When it was cancelled; null again when images of it run again.
       * @example null
       */
      cancelled_at: string | null;
      /**
       * Format: date-time
       * @example 2026-03-01T09:30:00.000Z
       */
      created_at: string;
      /** @description Oldest first. */
      events: components['schemas']['JobEventDto'][];
      /**
       * Format: date-time
       * @description When its images were removed, as they were older than they are kept; its counters and visits stay.
       * @example null
       */
      images_removed_at: string | null;
      /** @example 128 */
      job_id: string;
      /**
       * @example {
       *       "team": "north"
       *     }
       */
      labels: {
        [key: string]: string;
      };
      /**
       * Format: date-time
       * @description Since when it is paused.
       * @example null
       */
      paused_at: string | null;
      /**
       * @description Share of the workers: each step is 1.5 times as much.
       * @example 0
       */
      priority: number;
      progress: components['schemas']['ProgressDto'];
      /** @example north-route-2026-03-01 */
      reference: string | null;
      /**
       * @description 0 for the first processing; each retry of failed or cancelled images is a run of its own.
       * @example 0
       */
      run: number;
      /**
       * Format: date-time
       * @description When its last image was settled.
       * @example null
       */
      settled_at: string | null;
      /**
       * Format: date-time
       * @description When its first images were handed out.
       * @example 2026-03-01T09:30:00.120Z
       */
      started_at: string | null;
      /**
       * @description The same in more words: what `ongoing` means right now, and whether a job that `failed` was cancelled.
       * @example running
       * @enum {string}
       */
      state: 'queued' | 'running' | 'paused' | 'completed' | 'failed' | 'cancelled';
      /**
       * @description `failed` as soon as every image is settled and one of them was not measured.
       * @example ongoing
       * @enum {string}
       */
      status: 'ongoing' | 'completed' | 'failed';
      /**
       * @description Number of visits.
       * @example 25
       */
      visit_count: number;
    };
    JobDto: {
      /** @example null */
      callback_url: string | null;
      /**
       * Format: date-time
       * @description When it was cancelled; null again when images of it run again.
       * @example null
       */
      cancelled_at: string | null;
      /**
       * Format: date-time
       * @example 2026-03-01T09:30:00.000Z
       */
      created_at: string;
      /**
       * Format: date-time
       * @description When its images were removed, as they were older than they are kept; its counters and visits stay.
       * @example null
       */
      images_removed_at: string | null;
      /** @example 128 */
      job_id: string;
      /**
       * @example {
       *       "team": "north"
       *     }
       */
      labels: {
        [key: string]: string;
      };
      /**
       * Format: date-time
       * @description Since when it is paused.
       * @example null
       */
      paused_at: string | null;
      /**
       * @description Share of the workers: each step is 1.5 times as much.
       * @example 0
       */
      priority: number;
      progress: components['schemas']['ProgressDto'];
      /** @example north-route-2026-03-01 */
      reference: string | null;
      /**
       * @description 0 for the first processing; each retry of failed or cancelled images is a run of its own.
       * @example 0
       */
      run: number;
      /**
       * Format: date-time
       * @description When its last image was settled.
       * @example null
       */
      settled_at: string | null;
      /**
       * Format: date-time
       * @description When its first images were handed out.
       * @example 2026-03-01T09:30:00.120Z
       */
      started_at: string | null;
      /**
       * @description The same in more words: what `ongoing` means right now, and whether a job that `failed` was cancelled.
       * @example running
       * @enum {string}
       */
      state: 'queued' | 'running' | 'paused' | 'completed' | 'failed' | 'cancelled';
      /**
       * @description `failed` as soon as every image is settled and one of them was not measured.
       * @example ongoing
       * @enum {string}
       */
      status: 'ongoing' | 'completed' | 'failed';
      /**
       * @description Number of visits.
       * @example 25
       */
      visit_count: number;
    };
    JobEventDto: {
      /**
       * @description Who did it; null for the service itself, and while it is open to everybody.
       * @example null
       */
      actor: string | null;
      /**
       * Format: date-time
       * @example 2026-03-01T09:30:00.000Z
       */
      at: string;
      /**
       * @example {
       *       "visits": 25,
       *       "images": 200
       *     }
       */
      detail: {
        [key: string]: unknown;
      } | null;
      /**
       * @example submitted
       * @enum {string}
       */
      kind:
        | 'submitted'
        | 'started'
        | 'paused'
        | 'resumed'
        | 'cancelled'
        | 'settled'
        | 'reopened'
        | 'images_removed';
    };
    JobPageDto: {
      jobs: components['schemas']['JobDto'][];
      /**
       * @description Cursor of the next page; null ends the list.
       * @example null
       */
      next_cursor: string | null;
    };
    JobStatusDto: {
      /**
       * @description The first 1,000 of them, in the order they were found; of a cancelled job, that it was cancelled comes first. Images that
       *     were removed are not in it.
       */
      error?: components['schemas']['ImageErrorDto'][];
      /**
       * @description Images that could not be measured so far, and one more where the job was cancelled; absent while there is none.
       * @example 1
       */
      error_count?: number;
      /**
       * Format: date-time
       * @description When the images were removed, as they were older than they are kept; absent while they are there.
       * @example 2026-06-01T02:00:00.000Z
       */
      images_removed_at?: string;
      /** @example 128 */
      job_id: string;
      progress: components['schemas']['ProgressDto'];
      /**
       * @example ongoing
       * @enum {string}
       */
      status: 'ongoing' | 'completed' | 'failed';
    };
    JobSummaryDto: {
      /** @description Failed images by error code, the most frequent first. */
      by_code: components['schemas']['CodeSummaryDto'][];
      /** @description The 50 stores with the most failed images, those with the most first. */
      by_store: components['schemas']['StoreSummaryDto'][];
      /** @description Images by warning, the most frequent first. */
      by_warning: components['schemas']['WarningSummaryDto'][];
      /**
       * @description Sizes of the measured files together; null when there is none.
       * @example 88377280
       */
      bytes: number | null;
      /**
       * @description Measured images by format.
       * @example {
       *       "jpeg": 1100,
       *       "png": 80
       *     }
       */
      formats: {
        [key: string]: number;
      };
      /** @example 128 */
      job_id: string;
      /**
       * @description The run that was asked for; null when each image counts with its newest one.
       * @example null
       */
      run: number | null;
      /**
       * @description Stores in all.
       * @example 88
       */
      stores: number;
      timings: components['schemas']['StageSpreadsDto'];
      /**
       * @description Images with a warning, or several: they pass, but do not meet a rule.
       * @example 14
       */
      warned: number;
    };
    KeyDto: {
      /**
       * Format: date-time
       * @example 2026-03-01T09:30:00.000Z
       */
      created_at: string;
      /**
       * @description Name of the key that made it; `cli`, `start` or `open` where there was none.
       * @example first-admin
       */
      created_by: string;
      /** @example 3 */
      id: string;
      /**
       * Format: date-time
       * @description To the minute; null when it was never used.
       * @example null
       */
      last_used_at: string | null;
      /** @example field-app */
      name: string;
      /**
       * @description The first characters of the key.
       * @example smp_q3VwX9
       */
      prefix: string;
      /**
       * Format: date-time
       * @description Since when it cannot be used any more; null while it can.
       * @example null
       */
      revoked_at: string | null;
      /**
       * @example [
       *       "read",
       *       "submit"
       *     ]
       */
      scopes: ('read' | 'submit' | 'admin')[];
    };
    KeyPageDto: {
      keys: components['schemas']['KeyDto'][];
      /**
       * @description Cursor of the next page; null ends the list.
       * @example null
       */
      next_cursor: string | null;
    };
    LeftOutGroupDto: {
      /** @example 4 */
      group_id: string;
      /** @example Hotels of the old town */
      name: string;
    };
    LimitDto: {
      /** @example Largest body of a submit, unpacked. */
      description: string;
      /**
       * @description The setting to change, unless the description says that there is none.
       * @example SUBMIT_MAX_BYTES
       */
      name: string;
      /**
       * @description What the value is counted in; null for a word.
       * @example bytes
       * @enum {string|null}
       */
      unit: 'bytes' | 'images' | 'pixels' | 'ms' | 'tries' | 'per minute' | 'at once' | 'days' | null;
      /** @example 33554432 */
      value: number | string;
    };
    LimitsDto: {
      /** @description In the order of a job's way through the service. */
      limits: components['schemas']['LimitDto'][];
    };
    LivenessDto: {
      /** @enum {string} */
      status: 'ok';
    };
    MemberRejectDto: {
      /**
       * @description Line of the file, the header being line 1; in JSON the place in the list, beginning with 1.
       * @example 17
       */
      line: number;
      /** @example The store "RP99999" is not in the Store Master. */
      reason: string;
    };
    MembersRefusedDto: {
      /** @example STORE_LIST_REJECTED */
      code: string;
      /** @example Nothing was changed: 1 of 13 rows name no store; the first is line 17: store_id is blank. */
      error: string;
      /** @example 1 */
      rejected: number;
      /** @description The first hundred of them, by line. */
      rejects: components['schemas']['MemberRejectDto'][];
      /** @example 13 */
      rows: number;
    };
    NamedGroupDto: {
      /** @example 3 */
      id: string;
      /** @example Hotels */
      name: string;
    };
    NewCategoryRuleDto: {
      /** @example pan-shop */
      category?: components['schemas']['StoreCategory'] | null;
      /** @example 0.9 */
      confidence?: number | null;
      /** @example trade */
      strength: components['schemas']['RuleStrength'];
      /** @example PAAN CORNER */
      words: string;
    };
    NumberRuleDto: {
      /**
       * @description `warn`: the image is measured, and has a warning. `reject`: it fails, with the code of the criterion.
       * @example warn
       * @enum {string}
       */
      effect: 'warn' | 'reject';
      /** @example 640 */
      limit: number;
    };
    PreviewExampleDto: {
      /** @description Of the category it would have. */
      reason: string;
      /** @example RP00017 */
      store_id: string;
      /** @example SRI PAAN CORNER */
      store_name: string;
    };
    ProgressDto: {
      /**
       * @description Given up at somebody's wish.
       * @example 0
       */
      cancelled: number;
      /** @description When it will be done; null while the speed is not known. */
      eta: components['schemas']['EtaDto'] | null;
      /**
       * @description Could not be measured.
       * @example 2
       */
      failed: number;
      /**
       * @description How fast images are settled right now; null when none was in the last 15 seconds, or none is left.
       * @example 48.5
       */
      images_per_second: number | null;
      /**
       * @description Not settled yet.
       * @example 78
       */
      pending: number;
      /**
       * @description Settled images of all, in percent with one decimal; 100 only when none is pending.
       * @example 61.5
       */
      percent: number;
      /**
       * @description Measured.
       * @example 120
       */
      processed: number;
      /**
       * @description All images of the job.
       * @example 200
       */
      total: number;
    };
    ReadinessDto: {
      /**
       * @example up
       * @enum {string}
       */
      database: 'up' | 'down';
      /**
       * @description Whether the schema is the one this build needs.
       * @example applied
       * @enum {string}
       */
      migrations: 'applied' | 'missing';
      /**
       * @example up
       * @enum {string}
       */
      redis: 'up' | 'down';
      /**
       * @description `degraded`: jobs are taken and kept, but wait until Redis is back.
       * @example ok
       * @enum {string}
       */
      status: 'ok' | 'degraded' | 'unavailable';
    };
    RejectDto: {
      /**
       * @description Line of the file the row begins on; the header is on line 1.
       * @example 17
       */
      line: number;
      /** @example StoreID is blank. */
      reason: string;
    };
    ReplayCountsDto: {
      by_category: components['schemas']['ReplayedCategoryDto'][];
      /** @description An image that breaks several criteria is counted with each of them. */
      by_criterion: components['schemas']['ReplayedCriterionDto'][];
      /**
       * @description Images that were opened, each with its newest run.
       * @example 9400
       */
      images: number;
      /**
       * @description Images of which the rules ask for something that is not known, as sharpness is not of those that were measured by their
       *     headers alone: what these rules would have said is left out of the other counts.
       * @example 1200
       */
      not_judged: number;
      /** @example 213 */
      rejected: number;
      /**
       * @description By the rules that held when they were measured.
       * @example 18
       */
      rejected_then: number;
      /**
       * @description Not rejected, but with a warning or several.
       * @example 44
       */
      warned: number;
    };
    ReplayDto: {
      /** @description With the first page only. */
      counts: components['schemas']['ReplayCountsDto'] | null;
      /** @description Images that would have broken a rule; those of the newest job first. */
      images: components['schemas']['ReplayedImageDto'][];
      /**
       * @description Cursor of the next page; null ends the list.
       * @example null
       */
      next_cursor: string | null;
    };
    ReplayedBreachDto: {
      /** @example RULE_MIN_WIDTH */
      code: string;
      /**
       * @example reject
       * @enum {string}
       */
      effect: 'warn' | 'reject';
      /** @example it is 480 pixels wide, where at least 640 is asked for */
      reason: string;
    };
    ReplayedCategoryDto: {
      /** @example grocery */
      category: string;
      /** @example 4100 */
      images: number;
      /** @example 600 */
      not_judged: number;
      /** @example 120 */
      rejected: number;
      /** @example 0 */
      warned: number;
    };
    ReplayedCriterionDto: {
      /** @example RULE_MIN_WIDTH */
      code: string;
      /**
       * @example min_width
       * @enum {string}
       */
      criterion:
        | 'min_width'
        | 'min_height'
        | 'min_megapixels'
        | 'min_aspect'
        | 'max_aspect'
        | 'formats'
        | 'min_bytes'
        | 'max_bytes'
        | 'min_images'
        | 'min_sharpness'
        | 'min_brightness'
        | 'max_brightness';
      /**
       * @example reject
       * @enum {string}
       */
      effect: 'warn' | 'reject';
      /** @example 180 */
      images: number;
    };
    ReplayedImageDto: {
      breaks: components['schemas']['ReplayedBreachDto'][];
      /**
       * @description What the store is now.
       * @example grocery
       */
      category: string;
      /**
       * @description Why it failed when it was measured; null when it passed.
       * @example null
       */
      code: string | null;
      /** @example 17 */
      idx: number;
      /** @example http://localhost:8081/samples/shelf-1.jpg */
      image_url: string;
      /** @example 128 */
      job_id: string;
      /** @example 0 */
      run: number;
      /** @example RP00001 */
      store_id: string;
      /** @example SHREE GANESH STORE */
      store_name: string;
      /**
       * Format: date-time
       * @example 2026-03-01T09:30:00.000Z
       */
      visit_time: string;
    };
    ReplayRulesRequest: {
      /**
       * @description Only stores that were in this area when they were visited.
       * @example 7100015
       */
      area_code?: string;
      /**
       * @description Only stores of this category.
       * @example grocery
       * @enum {string}
       */
      category?:
        | 'hotel-restaurant'
        | 'pan-shop'
        | 'grocery'
        | 'medical'
        | 'sweets-bakery'
        | 'stationery'
        | 'electronics-mobile'
        | 'clothing'
        | 'hardware'
        | 'salon'
        | 'general'
        | 'other'
        | 'unknown';
      /** @description `next_cursor` of the page before. */
      cursor?: string;
      /**
       * @description Only images that would have been rejected, or those that would have passed with a warning; the counts are of all.
       * @example rejected
       * @enum {string}
       */
      effect?: 'rejected' | 'warned';
      /**
       * @description Visits on or after; day (UTC) or time. 30 days before the end by default, 92 at the most.
       * @example 2026-03-01
       */
      from?: string;
      /**
       * @description Only stores that belong to this group now.
       * @example 2
       */
      group?: string;
      /**
       * @description Images per page, 1 to 500; 50 by default.
       * @example 50
       */
      limit?: number;
      /** @description The rules; they need not be saved. */
      rules: components['schemas']['RuleSetDto'];
      /** @example RP00001 */
      store_id?: string;
      /**
       * @description Visits on or before; inclusive. Now by default.
       * @example 2026-03-31
       */
      to?: string;
    };
    RestoreGroupRequest: {
      /**
       * @description The version you have seen, as in a change: what others did since then is not undone with yours.
       * @example 3
       */
      seen_version?: number;
      /**
       * @description The version to go back to. A deleted group comes back as it was, unless one is named.
       * @example 2
       */
      version?: number;
    };
    RestoreRulesRequest: {
      /**
       * @description The version that is in force, as far as the caller knows.
       * @example 6
       */
      based_on: number;
      /** @example Small photos of hotels cannot be read. */
      comment?: string;
    };
    RetryCodeDto: {
      /** @example HTTP_503 */
      code: string;
      /** @example 3 */
      images: number;
    };
    RetryFilterDto: {
      /**
       * @description Only images of stores that were in these areas when they were visited.
       * @example [
       *       "7100015"
       *     ]
       */
      area_codes?: string[];
      /**
       * @description Only images that failed like this.
       * @example [
       *       "HTTP_503",
       *       "DOWNLOAD_TIMEOUT"
       *     ]
       */
      codes?: string[];
      /**
       * @description Only images of stores that belong to this group.
       * @example 4
       */
      group?: string;
      /**
       * @description Both, unless one is named.
       * @example [
       *       "failed"
       *     ]
       */
      states?: ('failed' | 'cancelled')[];
      /**
       * @description Only images of these stores.
       * @example [
       *       "RP00001"
       *     ]
       */
      store_ids?: string[];
    };
    RetryJobRequest: {
      /**
       * @description Only images of stores that were in these areas when they were visited.
       * @example [
       *       "7100015"
       *     ]
       */
      area_codes?: string[];
      /**
       * @description Only images that failed like this.
       * @example [
       *       "HTTP_503",
       *       "DOWNLOAD_TIMEOUT"
       *     ]
       */
      codes?: string[];
      /**
       * @description Only counts what would run again.
       * @default false
       * @example false
       */
      dry_run?: boolean;
      /**
       * @description Which images run again; an empty one means all that failed or were cancelled.
       * @example {
       *       "codes": [
       *         "HTTP_503"
       *       ]
       *     }
       */
      filter?: components['schemas']['RetryFilterDto'];
      /**
       * @description Only images of stores that belong to this group.
       * @example 4
       */
      group?: string;
      /**
       * @description Both, unless one is named.
       * @example [
       *       "failed"
       *     ]
       */
      states?: ('failed' | 'cancelled')[];
      /**
       * @description Only images of these stores.
       * @example [
       *       "RP00001"
       *     ]
       */
      store_ids?: string[];
    };
    RetryJobResponse: {
      /**
       * @example false
       * @enum {boolean}
       */
      dry_run: false;
      /**
       * @description Images that run again.
       * @example 3
       */
      images: number;
      /** @example 128 */
      job_id: string;
      /**
       * @description Number of the new run.
       * @example 1
       */
      run: number;
    };
    RetryPreviewDto: {
      /** @description The failed ones by error code, the most frequent first. */
      by_code: components['schemas']['RetryCodeDto'][];
      /**
       * @description Of them, those that were cancelled; the others failed.
       * @example 0
       */
      cancelled: number;
      /**
       * @example true
       * @enum {boolean}
       */
      dry_run: true;
      /** @example 3 */
      images: number;
      /** @example 128 */
      job_id: string;
      /**
       * @description Stores they belong to.
       * @example 2
       */
      stores: number;
    };
    RuleSetDto: {
      /**
       * @example {
       *       "hotel-restaurant": {
       *         "priority": 10
       *       }
       *     }
       */
      categories: {
        clothing?: components['schemas']['CategoryRulesDto'];
        'electronics-mobile'?: components['schemas']['CategoryRulesDto'];
        general?: components['schemas']['CategoryRulesDto'];
        grocery?: components['schemas']['CategoryRulesDto'];
        hardware?: components['schemas']['CategoryRulesDto'];
        'hotel-restaurant'?: components['schemas']['CategoryRulesDto'];
        medical?: components['schemas']['CategoryRulesDto'];
        other?: components['schemas']['CategoryRulesDto'];
        'pan-shop'?: components['schemas']['CategoryRulesDto'];
        salon?: components['schemas']['CategoryRulesDto'];
        stationery?: components['schemas']['CategoryRulesDto'];
        'sweets-bakery'?: components['schemas']['CategoryRulesDto'];
        unknown?: components['schemas']['CategoryRulesDto'];
      };
      default: components['schemas']['DefaultRulesDto'];
    };
    /**
     * @description `trade` decides, the first of a name; `ware` where there is no trade; `ending` like a trade, but only as the end of a name;
     *     `general` where nothing else decides; `silent` says nothing; what is named right before a `place`, and all
     *     behind a `landmark`, is not the shop.
     * @enum {string}
     */
    RuleStrength: 'trade' | 'ware' | 'ending' | 'general' | 'silent' | 'place' | 'landmark';
    RuleVersionDto: {
      /**
       * @description Name of the API key that saved it; `open` where none was needed, `start` for the first one.
       * @example admin
       */
      actor: string;
      /** @example Small photos of hotels cannot be read. */
      comment: string;
      /**
       * Format: date-time
       * @example 2026-03-01T09:30:00.000Z
       */
      created_at: string;
      /**
       * @description The version that it made current again.
       * @example null
       */
      restored_from: number | null;
      rules: components['schemas']['RuleSetDto'];
      /**
       * @description Counts from 1. The highest is in force.
       * @example 7
       */
      version: number;
    };
    RuleVersionPageDto: {
      /**
       * @description Cursor of the next page; null ends the list.
       * @example null
       */
      next_cursor: string | null;
      versions: components['schemas']['RuleVersionDto'][];
    };
    SamplesDto: {
      /**
       * @description Addresses for the `image_url` of a submit.
       * @example [
       *       "http://localhost:8081/samples/shelf-1.jpg",
       *       "http://localhost:8081/samples/shelf-2.png"
       *     ]
       */
      image_urls: string[];
    };
    SaveRulesRequest: {
      /**
       * @description The version it was made from. When another one is in force by now, nothing is saved (409).
       * @example 6
       */
      based_on: number;
      /**
       * @description Why, for those who look at the versions later.
       * @example Small photos of hotels cannot be read.
       */
      comment?: string;
      rules: components['schemas']['RuleSetDto'];
    };
    SessionDto: {
      /**
       * @description `keys`: an API key is needed; `open`: not on this machine; `off`: nowhere.
       * @example keys
       * @enum {string}
       */
      mode: 'open' | 'keys' | 'off';
      /**
       * @description Name of the API key that was shown; null when there was none.
       * @example head-office
       */
      name: string | null;
      /**
       * @description What the caller may do; `admin` includes the others.
       * @example [
       *       "read"
       *     ]
       */
      scopes: ('read' | 'submit' | 'admin')[];
    };
    SetCategoryRequest: {
      /**
       * @description `unknown` keeps the rules from guessing.
       * @example grocery
       */
      category: components['schemas']['StoreCategory'];
    };
    SettledCountsDto: {
      /**
       * @description Those that failed, by code.
       * @example {
       *       "HTTP_404": 18,
       *       "IMAGE_DAMAGED": 2
       *     }
       */
      codes: {
        [key: string]: number;
      };
      /** @example 20 */
      failed: number;
      /** @example 1180 */
      measured: number;
    };
    SignInRequest: {
      /**
       * @description An API key.
       * @example smp_q3VwX9u1kJ0b6mYzT4cRfWl8sHaE2nDgPvBtXoKiL5M
       */
      key: string;
    };
    SpreadDto: {
      /** @example 310 */
      max: number;
      /**
       * @description Half of the images took no longer.
       * @example 12
       */
      p50: number;
      /**
       * @description 95 % of the images took no longer.
       * @example 48
       */
      p95: number;
    };
    StageSpreadsDto: {
      /**
       * @description All attempts, with the pauses between them.
       * @example {
       *       "p50": 12,
       *       "p95": 48,
       *       "max": 310
       *     }
       */
      download_ms: components['schemas']['SpreadDto'] | null;
      /**
       * @description From the submission (or retry) to the first download.
       * @example {
       *       "p50": 12,
       *       "p95": 48,
       *       "max": 310
       *     }
       */
      queue_ms: components['schemas']['SpreadDto'] | null;
      /**
       * @description From the measurement to the statement that stored it.
       * @example {
       *       "p50": 12,
       *       "p95": 48,
       *       "max": 310
       *     }
       */
      record_ms: components['schemas']['SpreadDto'] | null;
      /**
       * @example {
       *       "p50": 12,
       *       "p95": 48,
       *       "max": 310
       *     }
       */
      simulate_ms: components['schemas']['SpreadDto'] | null;
      /**
       * @description All stages of an image together.
       * @example {
       *       "p50": 12,
       *       "p95": 48,
       *       "max": 310
       *     }
       */
      total_ms: components['schemas']['SpreadDto'] | null;
      /**
       * @example {
       *       "p50": 12,
       *       "p95": 48,
       *       "max": 310
       *     }
       */
      verify_ms: components['schemas']['SpreadDto'] | null;
    };
    StatsDto: {
      /**
       * @description Jobs that are not settled right now.
       * @example 3
       */
      active_jobs: number;
      /**
       * @description Images of all jobs that are not settled right now.
       * @example 5400
       */
      backlog_images: number;
      /**
       * Format: date-time
       * @description The first minute that does not count any more.
       * @example 2026-03-01T10:00:00.000Z
       */
      before: string;
      /**
       * Format: date-time
       * @description The first minute that counts.
       * @example 2026-03-01T09:00:00.000Z
       */
      from: string;
      /** @description In the order of time; where nothing was settled there is no row. */
      rows: components['schemas']['StepCountsDto'][];
      /**
       * @example minute
       * @enum {string}
       */
      step: 'minute' | 'hour' | 'day';
      totals: components['schemas']['SettledCountsDto'];
    };
    StepCountsDto: {
      /**
       * Format: date-time
       * @description When it began.
       * @example 2026-03-01T09:30:00.000Z
       */
      at: string;
      /**
       * @description Those that failed, by code.
       * @example {
       *       "HTTP_404": 18,
       *       "IMAGE_DAMAGED": 2
       *     }
       */
      codes: {
        [key: string]: number;
      };
      /** @example 20 */
      failed: number;
      /** @example 1180 */
      measured: number;
    };
    /**
     * @description What kind of shop it is; `unknown` when its name does not tell.
     * @enum {string}
     */
    StoreCategory:
      | 'hotel-restaurant'
      | 'pan-shop'
      | 'grocery'
      | 'medical'
      | 'sweets-bakery'
      | 'stationery'
      | 'electronics-mobile'
      | 'clothing'
      | 'hardware'
      | 'salon'
      | 'general'
      | 'other'
      | 'unknown';
    StoreChangeDto: {
      /**
       * Format: date-time
       * @example 2026-03-01T09:30:00.000Z
       */
      changed_at: string;
      /**
       * @example area_code
       * @enum {string}
       */
      field: 'name' | 'area_code' | 'active' | 'latitude' | 'longitude' | 'coordinates_source';
      /**
       * @description The import that changed it.
       * @example 12
       */
      import_id: string;
      /** @example 7100016 */
      new_value: string | null;
      /**
       * @description As text; null where there was none.
       * @example 7100015
       */
      old_value: string | null;
    };
    StoreDayDto: {
      /**
       * Format: date
       * @example 2026-03-01
       */
      day: string;
      /** @example 2 */
      failed: number;
      /** @example 9 */
      measured: number;
      /** @example 4 */
      visits: number;
    };
    StoreDetailDto: {
      /** @description Jobs may visit it. A store that left the list is inactive. */
      active: boolean;
      /** @example 7100015 */
      area_code: string;
      /**
       * @description What kind of shop it is; `unknown` when its name does not tell.
       * @example grocery
       */
      category: components['schemas']['StoreCategory'];
      /**
       * @description How sure that is, 0 to 1.
       * @example 0.98
       */
      category_confidence: number;
      /**
       * @description Why, as a sentence; empty where nobody has looked yet.
       * @example "KIRANA" is a word of grocery shops.
       */
      category_reason: string;
      /**
       * @description `none`: its name does not tell, or nobody has looked yet; `rule`: by a word of the name; `learned`: from
       *     corrections; `hand`: somebody said so.
       * @example rule
       * @enum {string}
       */
      category_source: 'none' | 'rule' | 'learned' | 'hand';
      /** @description The latest 50 changes, newest first. */
      changes: components['schemas']['StoreChangeDto'][];
      /**
       * @description `sample`: invented with our own seed; `import`: from a file; null without coordinates.
       * @example import
       */
      coordinates_source: string | null;
      /**
       * Format: date-time
       * @example 2026-03-01T09:30:00.000Z
       */
      created_at: string;
      /**
       * @description Degrees north.
       * @example 12.9716
       */
      latitude: number | null;
      /**
       * @description Degrees east.
       * @example 77.5946
       */
      longitude: number | null;
      /** @example RP00001 */
      store_id: string;
      /** @example SHREE GANESH KIRANA STORE */
      store_name: string;
      /**
       * @description Words that people gave it, in order. No import changes them.
       * @example [
       *       "high-value",
       *       "route:7"
       *     ]
       */
      tags: string[];
      /**
       * Format: date-time
       * @description The last time an import changed it.
       * @example 2026-03-01T09:30:00.000Z
       */
      updated_at: string;
    };
    StoreDto: {
      /** @description Jobs may visit it. A store that left the list is inactive. */
      active: boolean;
      /** @example 7100015 */
      area_code: string;
      /**
       * @description What kind of shop it is; `unknown` when its name does not tell.
       * @example grocery
       */
      category: components['schemas']['StoreCategory'];
      /**
       * @description How sure that is, 0 to 1.
       * @example 0.98
       */
      category_confidence: number;
      /**
       * @description Why, as a sentence; empty where nobody has looked yet.
       * @example "KIRANA" is a word of grocery shops.
       */
      category_reason: string;
      /**
       * @description `none`: its name does not tell, or nobody has looked yet; `rule`: by a word of the name; `learned`: from
       *     corrections; `hand`: somebody said so.
       * @example rule
       * @enum {string}
       */
      category_source: 'none' | 'rule' | 'learned' | 'hand';
      /**
       * @description `sample`: invented with our own seed; `import`: from a file; null without coordinates.
       * @example import
       */
      coordinates_source: string | null;
      /**
       * Format: date-time
       * @example 2026-03-01T09:30:00.000Z
       */
      created_at: string;
      /**
       * @description Degrees north.
       * @example 12.9716
       */
      latitude: number | null;
      /**
       * @description Degrees east.
       * @example 77.5946
       */
      longitude: number | null;
      /** @example RP00001 */
      store_id: string;
      /** @example SHREE GANESH KIRANA STORE */
      store_name: string;
      /**
       * @description Words that people gave it, in order. No import changes them.
       * @example [
       *       "high-value",
       *       "route:7"
       *     ]
       */
      tags: string[];
      /**
       * Format: date-time
       * @description The last time an import changed it.
       * @example 2026-03-01T09:30:00.000Z
       */
      updated_at: string;
    };
    StoreFailureDto: {
      /** @example HTTP_404 */
      code: string;
      /** @example The image "https://example.com/1.jpg" of store "RP00001" could not be downloaded: its server answered 404 (Not Found). */
      error: string;
      /**
       * @description Place in the job, from 0, in the order in which its images are dispatched.
       * @example 57
       */
      idx: number;
      /** @example https://example.com/1.jpg */
      image_url: string;
      /** @example 128 */
      job_id: string;
      /**
       * Format: date-time
       * @example 2026-03-01T09:30:00.000Z
       */
      visit_time: string;
    };
    StoreFiguresDto: {
      /**
       * Format: date-time
       * @description The first minute that does not count any more.
       * @example 2026-04-01T00:00:00.000Z
       */
      before: string;
      /** @example 0 */
      cancelled: number;
      /**
       * @description Those that failed, by code.
       * @example {
       *       "HTTP_404": 1,
       *       "IMAGE_DAMAGED": 1
       *     }
       */
      codes: {
        [key: string]: number;
      };
      /** @description Days with visits, in their order. */
      days: components['schemas']['StoreDayDto'][];
      /** @example 2 */
      failed: number;
      /**
       * Format: date-time
       * @description The first minute that counts.
       * @example 2026-03-01T00:00:00.000Z
       */
      from: string;
      /**
       * @description All of them: the sum of the others.
       * @example 12
       */
      images: number;
      /**
       * Format: date-time
       * @description The latest time of these visits; null without any.
       * @example 2026-03-01T09:30:00.000Z
       */
      last_visit_at: string | null;
      /** @description Ten at the most, those of the newest visits first. */
      latest_failures: components['schemas']['StoreFailureDto'][];
      /** @example 9 */
      measured: number;
      /** @example 1 */
      pending: number;
      /**
       * @description Removed, as they were older than they are kept; what became of them is not known any more. Those of jobs in which
       *     every image was measured stay `measured`.
       * @example 0
       */
      removed: number;
      /** @example RP00001 */
      store_id: string;
      /**
       * @description Measured images of those measured or failed, with one decimal; null when there are none. 100 only when none failed.
       * @example 81.8
       */
      success_percent: number | null;
      /** @example 4 */
      visits: number;
    };
    StoreHitDto: {
      /** @description Jobs may visit it. */
      active: boolean;
      /** @example 7100015 */
      area_code: string;
      /**
       * @description What kind of shop it is; `unknown` when its name does not tell.
       * @example unknown
       */
      category: components['schemas']['StoreCategory'];
      /**
       * @description Which words met, and how, as a sentence.
       * @example "BHANDAR" is the same; "LAKSHMI" sounds like "LAXMI".
       */
      reason: string;
      /**
       * @description How well it fits, 0 to 1. From 0.8 on it is probably the one that is meant.
       * @example 0.954
       */
      score: number;
      /** @example RP00004 */
      store_id: string;
      /** @example NEW LAXMI BHANDER */
      store_name: string;
    };
    StoreHitsDto: {
      /** @description False while names of a large import are still being read: its stores are found by and by. */
      is_complete: boolean;
      stores: components['schemas']['StoreHitDto'][];
    };
    StoreImportDto: {
      /** @description The good rows were loaded although there were bad ones. */
      allow_rejects: boolean;
      /** @description Stores that the file does not name were deactivated. */
      deactivate_missing: boolean;
      /**
       * @description Stores that are inactive now because the file does not name them.
       * @example 0
       */
      deactivated: number;
      /** @description Everything was counted, and nothing was changed. */
      dry_run: boolean;
      /** @example store_master.csv */
      file_name: string;
      /**
       * Format: date-time
       * @example 2026-03-01T09:30:01.250Z
       */
      finished_at: string;
      /**
       * @description Digits; null for a dry run, which is not recorded.
       * @example 12
       */
      id: string | null;
      /**
       * @description Name of the API key, `api` without one, `start` (the first seeding), or the user of the command line.
       * @example api
       */
      imported_by: string;
      /**
       * @description New stores.
       * @example 12
       */
      inserted: number;
      /**
       * @description Rows that were not loaded.
       * @example 0
       */
      rejected: number;
      /** @description The first hundred rejects, by line; `rejected` says how many there were. */
      rejects: components['schemas']['RejectDto'][];
      /**
       * @description Rows of the file, without header and blank lines.
       * @example 4944
       */
      rows: number;
      /**
       * Format: date-time
       * @description When its stores could be found by the names it brought. Null for a dry run, and while they are still being read: those of a
       *     large import are read after it.
       * @example 2026-03-01T09:30:01.250Z
       */
      searchable_at: string | null;
      /**
       * @description SHA-256 of the file, hexadecimal.
       * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
       */
      sha256: string;
      /**
       * Format: date-time
       * @example 2026-03-01T09:30:00.000Z
       */
      started_at: string;
      /** @example 4892 */
      unchanged: number;
      /**
       * @description Stores of which the file changed something; coming back to life is a change too.
       * @example 40
       */
      updated: number;
    };
    StoreImportPageDto: {
      imports: components['schemas']['StoreImportSummaryDto'][];
      /**
       * @description Cursor of the next page; null ends the list.
       * @example WyIxMSJd
       */
      next_cursor: string | null;
    };
    StoreImportSummaryDto: {
      /** @description The good rows were loaded although there were bad ones. */
      allow_rejects: boolean;
      /** @description Stores that the file does not name were deactivated. */
      deactivate_missing: boolean;
      /**
       * @description Stores that are inactive now because the file does not name them.
       * @example 0
       */
      deactivated: number;
      /** @description Everything was counted, and nothing was changed. */
      dry_run: boolean;
      /** @example store_master.csv */
      file_name: string;
      /**
       * Format: date-time
       * @example 2026-03-01T09:30:01.250Z
       */
      finished_at: string;
      /**
       * @description Digits; null for a dry run, which is not recorded.
       * @example 12
       */
      id: string | null;
      /**
       * @description Name of the API key, `api` without one, `start` (the first seeding), or the user of the command line.
       * @example api
       */
      imported_by: string;
      /**
       * @description New stores.
       * @example 12
       */
      inserted: number;
      /**
       * @description Rows that were not loaded.
       * @example 0
       */
      rejected: number;
      /**
       * @description Rows of the file, without header and blank lines.
       * @example 4944
       */
      rows: number;
      /**
       * Format: date-time
       * @description When its stores could be found by the names it brought. Null for a dry run, and while they are still being read: those of a
       *     large import are read after it.
       * @example 2026-03-01T09:30:01.250Z
       */
      searchable_at: string | null;
      /**
       * @description SHA-256 of the file, hexadecimal.
       * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
       */
      sha256: string;
      /**
       * Format: date-time
       * @example 2026-03-01T09:30:00.000Z
       */
      started_at: string;
      /** @example 4892 */
      unchanged: number;
      /**
       * @description Stores of which the file changed something; coming back to life is a change too.
       * @example 40
       */
      updated: number;
    };
    StorePageDto: {
      /**
       * @description Cursor of the next page; null ends the list.
       * @example WyJSUDAwMDUwIl0
       */
      next_cursor: string | null;
      stores: components['schemas']['StoreDto'][];
    };
    StoreSummaryDto: {
      /**
       * @description The area it was in at its last visit in the job.
       * @example 7100015
       */
      area_code: string;
      /** @example 0 */
      cancelled: number;
      /** @example 3 */
      failed: number;
      /** @example 12 */
      images: number;
      /** @example 9 */
      measured: number;
      /** @example 0 */
      pending: number;
      /** @example RP00001 */
      store_id: string;
      /** @example SHREE GANESH STORE */
      store_name: string;
    };
    StoreTagsRequest: {
      /**
       * @description All tags the store shall have.
       * @example [
       *       "high-value",
       *       "route:7"
       *     ]
       */
      tags: string[];
    };
    StoreVisitDto: {
      /**
       * @description The area the store was in at that time.
       * @example 7100015
       */
      area_code: string;
      /**
       * @description Images of the visit.
       * @example 1
       */
      image_count: number;
      /** @description The first 50 of them; none once they were removed. */
      images: components['schemas']['VisitedImageDto'][];
      /**
       * Format: date-time
       * @description When the images were removed, as they were older than they are kept.
       * @example null
       */
      images_removed_at: string | null;
      /** @example 128 */
      job_id: string;
      /**
       * Format: date-time
       * @example 2026-03-01T09:30:00.000Z
       */
      visit_time: string;
    };
    StoreVisitPageDto: {
      /**
       * @description Cursor of the next page; null ends the list.
       * @example null
       */
      next_cursor: string | null;
      visits: components['schemas']['CountedVisitDto'][];
    };
    SubmitJobRequest: {
      /**
       * @description Address to be told when the job is settled: http or https, without user name and password. It gets a signed POST with an
       *     event of the type `job.settled`, tried again for a day until it answers 2xx.
       * @example https://example.com/hooks/jobs
       */
      callback_url?: string;
      /**
       * @description Number of entries in `visits`.
       * @example 1
       */
      count: number;
      /**
       * @description Names and values of your own, at most 20; jobs can be found by them.
       * @example {
       *       "team": "north"
       *     }
       */
      labels?: {
        [key: string]: string;
      };
      /**
       * @description How large a share of the workers the job gets: each step is 1.5 times as much.
       * @default 0
       * @example 0
       */
      priority?: number;
      /**
       * @description Your own name for the job; jobs can be found by it.
       * @example north-route-2026-03-01
       */
      reference?: string;
      visits: components['schemas']['SubmittedVisitDto'][];
    };
    SubmitJobResponse: {
      /**
       * @description Decimal digits.
       * @example 128
       */
      job_id: string;
    };
    SubmittedVisitDto: {
      /**
       * @description Photos of the visit, at least one; each is downloaded and measured once.
       * @example [
       *       "http://localhost:8081/samples/shelf-1.jpg",
       *       "http://localhost:8081/samples/shelf-2.png"
       *     ]
       */
      image_url: string[];
      /**
       * @description Id from the Store Master.
       * @example RP00001
       */
      store_id: string;
      /**
       * Format: date-time
       * @description When the store was visited, RFC 3339.
       * @example 2026-03-01T09:30:00Z
       */
      visit_time: string;
    };
    TagChangeDto: {
      /**
       * @description For undoing it; null when nothing was changed.
       * @example 12
       */
      change_id: string | null;
      /** @example false */
      dry_run: boolean;
      /**
       * @description Stores whose tags were changed; with `dry_run`, stores that are meant.
       * @example 480
       */
      stores: number;
    };
    TagChangeRequest: {
      /**
       * @example [
       *       "high-value"
       *     ]
       */
      add?: string[];
      /**
       * @description Stores that are in this area now.
       * @example 7100015
       */
      area_code?: string;
      /**
       * @description Only counts the stores.
       * @default false
       * @example false
       */
      dry_run?: boolean;
      /**
       * @description Stores of this group.
       * @example 4
       */
      group?: string;
      /**
       * @example [
       *       "route:7"
       *     ]
       */
      remove?: string[];
      /**
       * @example [
       *       "RP00001"
       *     ]
       */
      store_ids?: string[];
    };
    TagDto: {
      /**
       * @description Stores that have it.
       * @example 480
       */
      stores: number;
      /** @example high-value */
      tag: string;
    };
    TagListDto: {
      /** @description The most frequent first; 500 at the most. */
      tags: components['schemas']['TagDto'][];
    };
    TimingsDto: {
      /**
       * @description All attempts, with the pauses between them.
       * @example 12
       */
      download_ms: number | null;
      /**
       * @description From the submission (or retry) to the first download.
       * @example 35
       */
      queue_ms: number | null;
      /**
       * @description From the measurement to the statement that stored it.
       * @example 14
       */
      record_ms: number | null;
      /** @example 251 */
      simulate_ms: number | null;
      /** @example 321 */
      total_ms: number | null;
      /** @example 9 */
      verify_ms: number | null;
    };
    VisitedImageDto: {
      /** @example http://localhost:8081/samples/shelf-1.jpg */
      image_url: string;
      /**
       * @description Pixels; null unless the image was measured.
       * @example 4200
       */
      perimeter: number | null;
      /**
       * @example measured
       * @enum {string}
       */
      state: 'pending' | 'measured' | 'failed' | 'cancelled';
    };
    VisitedStoreDto: {
      /**
       * @description The area the store is in today.
       * @example 7100015
       */
      area_code: string;
      /** @example RP00001 */
      store_id: string;
      /** @example SHREE GANESH KIRANA STORE */
      store_name: string;
      /**
       * @description Visits that match; `visits` has the newest 50 of them.
       * @example 1
       */
      visit_count: number;
      /** @description Newest first. */
      visits: components['schemas']['StoreVisitDto'][];
    };
    VisitHistoryPageDto: {
      /**
       * @description Cursor of the next page; null ends the list.
       * @example null
       */
      next_cursor: string | null;
      stores: components['schemas']['VisitedStoreDto'][];
    };
    WarningDto: {
      /** @example RULE_MIN_WIDTH */
      code: string;
      /** @example It does not meet a rule: it is 480 pixels wide, where at least 640 is asked for. */
      message: string;
    };
    WarningSummaryDto: {
      /** @example RULE_MIN_WIDTH */
      code: string;
      /** @example 12 */
      images: number;
      /**
       * @description Stores they belong to.
       * @example 5
       */
      stores: number;
    };
    WebhookDto: {
      /**
       * Format: date-time
       * @example 2026-03-01T09:30:00.000Z
       */
      created_at: string;
      /**
       * @description Name of the API key that registered it; `open` where none was needed.
       * @example admin
       */
      created_by: string;
      /** @example Billing */
      description: string;
      /**
       * Format: date-time
       * @example null
       */
      disabled_at: string | null;
      /**
       * @description Why nothing is sent to it, in a sentence.
       * @example null
       */
      disabled_reason: string | null;
      /** @example true */
      enabled: boolean;
      /**
       * @example [
       *       "job.settled"
       *     ]
       */
      events: ('job.settled' | 'job.failed')[];
      /**
       * Format: date-time
       * @description Since when nothing has reached it; null while all is well.
       * @example null
       */
      failing_since: string | null;
      /** @example 3 */
      id: string;
      /**
       * Format: date-time
       * @description Until when messages are signed with the secret before the last rotation, too.
       * @example null
       */
      old_secret_until: string | null;
      /**
       * Format: date-time
       * @example 2026-03-01T09:30:00.000Z
       */
      updated_at: string;
      /** @example https://example.com/hooks/jobs */
      url: string;
    };
    WebhookPageDto: {
      /**
       * @description Cursor of the next page; null ends the list.
       * @example null
       */
      next_cursor: string | null;
      webhooks: components['schemas']['WebhookDto'][];
    };
    WorkerDto: {
      /** @description Heard of in the last ten seconds. */
      alive: boolean;
      /**
       * Format: date-time
       * @description Its last sign of life.
       * @example 2026-03-01T09:30:01.500Z
       */
      heartbeat_at: string;
      /** @example worker-7d9f */
      hostname: string;
      /**
       * Format: uuid
       * @description New at every start of the process.
       * @example 0b9f6c1e-6a0e-4c0f-9f0e-1d7c5a3b2e10
       */
      id: string;
      /**
       * @description Images of these that have no result yet.
       * @example 311
       */
      images: number;
      /**
       * @description Images it can have under way at once.
       * @example 256
       */
      images_in_flight: number;
      /**
       * @description Ranges of images it has claimed.
       * @example 8
       */
      leases: number;
      /** @example 4711 */
      pid: number;
      /**
       * @example worker
       * @enum {string}
       */
      role: 'all' | 'worker';
      /**
       * Format: date-time
       * @example 2026-03-01T09:00:00.000Z
       */
      started_at: string;
    };
    WorkersDto: {
      /** @description Oldest first; one that stopped in order is not here any more, one that died for an hour. */
      workers: components['schemas']['WorkerDto'][];
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  areasList: {
    parameters: {
      query?: {
        /** @description `next_cursor` of the page before. */
        cursor?: string;
        /** @description Areas per page, 1 to 500; 50 by default. */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Areas by code, with their numbers of stores. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AreaPageDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  areasFigures: {
    parameters: {
      query?: {
        /** @description Day (UTC) or time, to the minute; by default a day before `to`. */
        from?: string;
        /** @description Only stores of this group, and areas where there are some. */
        group?: string;
        /** @description Day (UTC) or time, inclusive; by default now. */
        to?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What happened in each area in a time. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AreaFiguresPageDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  auditList: {
    parameters: {
      query?: {
        /** @description Changes of this kind. */
        action?:
          | 'job.submitted'
          | 'job.cancelled'
          | 'jobs.cancelled'
          | 'job.paused'
          | 'job.resumed'
          | 'job.retried'
          | 'jobs.retried'
          | 'dispatch.paused'
          | 'dispatch.resumed'
          | 'stores.imported'
          | 'duplicates.decided'
          | 'duplicates.undone'
          | 'stores.tagged'
          | 'group.created'
          | 'group.changed'
          | 'group.deleted'
          | 'group.restored'
          | 'store.categorised'
          | 'store.uncategorised'
          | 'category_rules.changed'
          | 'key.created'
          | 'key.revoked'
          | 'session.started'
          | 'session.ended'
          | 'webhook.created'
          | 'webhook.changed'
          | 'webhook.rotated'
          | 'webhook.deleted'
          | 'delivery.resent'
          | 'rules.changed';
        /** @description `next_cursor` of the page before. */
        cursor?: string;
        /** @description Made on or after; day (UTC) or time. */
        from?: string;
        /** @description Changes made with this API key. */
        key_id?: string;
        /** @description Entries per page. */
        limit?: number;
        /** @description Changes of what has this id: a job, an import, an API key. */
        subject?: string;
        /** @description Made on or before; inclusive. */
        to?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Who changed what, newest first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuditPageDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  categoriesCount: {
    parameters: {
      query?: {
        /** @description Only this area. */
        area_code?: string;
        /** @description Only stores of this group. */
        group?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description How many stores are of each kind, and whether that is up to date. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CategoriesDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  categoriesPass: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description How far the stores have come on their way to the rules in force and to what corrections taught. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CategoryPassDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  categoryRulesCurrent: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The rules in force: what words in the name of a shop say about its category. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CategoryRuleSetDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  categoryRulesReplace: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CategoryRulesRequestDto'];
      };
    };
    responses: {
      /** @description They are in force. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CategoryRuleSetDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  categoryRulesFile: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The rules in force as a file, which can be edited and sent back as `csv`. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  categoryRulesPreview: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CategoryRulesRequestDto'];
      };
    };
    responses: {
      /** @description Tells what rules would change, and changes nothing. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CategoryRulesPreviewDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  categoryRulesList: {
    parameters: {
      query?: {
        /** @description `next_cursor` of the page before. */
        cursor?: string;
        /** @description Versions per page. */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Versions of the rules, newest first: that in force, and those before. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CategoryRuleVersionPageDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  categoryRulesFind: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Which one; an id from the list. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One version with its rules. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CategoryRuleSetDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  categoryRulesRestore: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Which one; an id from the list. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Makes an old version current again, as a new version; so this can be undone the same way. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CategoryRuleSetDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  deliveriesList: {
    parameters: {
      query?: {
        /** @description `next_cursor` of the page before. */
        cursor?: string;
        /** @description Deliveries about this job. */
        job_id?: string;
        /** @description Deliveries per page. */
        limit?: number;
        /** @description Deliveries in this state. */
        state?: 'pending' | 'delivered' | 'failed';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was sent to webhooks and callback URLs in the last 30 days, newest first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeliveryPageDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  deliveriesFind: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Which one; an id from the list. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One delivery: what is sent, and how each attempt went. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeliveryDetailDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  deliveriesResend: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Which one; an id from the list. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is due now. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeliveryDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  dispatchPauseFind: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Whether work is handed out, or paused for all jobs. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DispatchDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  dispatchPausePause: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Pauses everything. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DispatchDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  dispatchPauseResume: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Goes on after a pause of everything; jobs that were paused one by one stay paused. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DispatchDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  followJobs: {
    parameters: {
      query?: {
        /** @description Jobs that visit this area. */
        area_code?: string;
        /** @description Jobs with an image that failed like this, and from then on all that comes of them. */
        code?: string;
        /** @description Submitted on or after; day (UTC) or time. */
        from?: string;
        /** @description Jobs that visit a store of this group. */
        group?: string;
        /** @description A label as `name:value`. */
        label?: string;
        /** @description Jobs submitted under this reference. */
        reference?: string;
        /** @description Jobs in this state; with `ongoing` also how they end. */
        status?: 'ongoing' | 'completed' | 'failed';
        /** @description Jobs that visit this store. */
        store_id?: string;
        /** @description Submitted on or before; inclusive. */
        to?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A stream of messages, each with an event name and JSON as data. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example retry: 2000
           *
           *     event: snapshot
           *     data: {"jobs":[{"job_id":"128","status":"ongoing","state":"running", ..}],"more":false}
           *
           *     event: progress
           *     data: {"jobs":[{"job_id":"128","status":"ongoing","state":"running", ..},{"job_id":"129","status":"ongoing","state":"queued", ..}]}
           *
           *     : alive
           *
           *     event: settled
           *     data: {"jobs":[{"job_id":"128","status":"failed","state":"cancelled", ..}]}
           */
          'text/event-stream': string;
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  groupsList: {
    parameters: {
      query?: {
        /** @description `next_cursor` of the page before. */
        cursor?: string;
        /** @description Those that were deleted. */
        deleted?: 'true' | 'false';
        /** @description Groups per page. */
        limit?: number;
        /** @description Part of the name or the description. */
        q?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Groups by name. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GroupPageDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  groupsCreate: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateGroupRequest'];
      };
    };
    responses: {
      /** @description Makes a group: by a rule, which is evaluated whenever somebody asks, or by a list. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GroupDetailDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  groupsFind: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Which one; an id from the list. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One group, with how many stores it has now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GroupDetailDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  groupsReplace: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Which one; an id from the list. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateGroupRequest'];
      };
    };
    responses: {
      /** @description Says anew what a group is; what is not mentioned is empty. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GroupDetailDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  groupsDelete: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Which one; an id from the list. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Nothing lists it or filters by it any more. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  groupsChange: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Which one; an id from the list. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeGroupRequest'];
      };
    };
    responses: {
      /** @description Changes a group; what is not mentioned stays as it is. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GroupDetailDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  groupsSetMembers: {
    parameters: {
      query?: {
        /** @description Take the good rows although others name no store. */
        allow_rejects?: 'true' | 'false';
        /** @description `add` by default. */
        mode?: 'add' | 'remove' | 'replace';
      };
      header?: never;
      path: {
        /** @description Which one; an id from the list. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['GroupMembersRequest'] | string;
        'text/csv': components['schemas']['GroupMembersRequest'] | string;
      };
    };
    responses: {
      /** @description Puts stores on the list of a group, takes them off, or says the list anew; as JSON, or as CSV with a column `store_id`. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GroupMembersDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  groupsRestore: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Which one; an id from the list. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RestoreGroupRequest'];
      };
    };
    responses: {
      /** @description Brings a deleted group back, or makes a group what it was in an earlier version; that is a new version, too. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GroupDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  groupsListStores: {
    parameters: {
      query?: {
        /** @description `next_cursor` of the page before. */
        cursor?: string;
        /** @description Stores per page. */
        limit?: number;
        /** @description Part of the name or the id. */
        q?: string;
      };
      header?: never;
      path: {
        /** @description Which one; an id from the list. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The stores of a group as it is now, by id; inactive ones too. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GroupStorePageDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  groupsSummary: {
    parameters: {
      query?: {
        /** @description Day (UTC) or time, to the minute; by default 30 days before `to`. */
        from?: string;
        /** @description Day (UTC) or time, inclusive; by default now. */
        to?: string;
      };
      header?: never;
      path: {
        /** @description Which one; an id from the list. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What happened at the stores of a group. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GroupSummaryDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  groupsListVersions: {
    parameters: {
      query?: {
        /** @description `next_cursor` of the page before. */
        cursor?: string;
        /** @description Versions per page. */
        limit?: number;
      };
      header?: never;
      path: {
        /** @description Which one; an id from the list. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A group as it was, newest first: who changed it, and when. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GroupVersionPageDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  groupsCompare: {
    parameters: {
      query: {
        /** @description Day (UTC) or time, to the minute; by default 30 days before `to`. */
        from?: string;
        /** @description 2 to 6 ids of groups. */
        ids: string;
        /** @description Day (UTC) or time, inclusive; by default now. */
        to?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Two to six groups side by side, and how many stores each two of them have in common. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GroupComparisonDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  groupsPreview: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['GroupDraftRequest'];
      };
    };
    responses: {
      /** @description Tells how many stores a group would have, and the first of them. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GroupPreviewDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  jobsList: {
    parameters: {
      query?: {
        /** @description Jobs that visited this area. */
        area_code?: string;
        /** @description Jobs with an image that failed like this in its newest run. */
        code?: string;
        /** @description `next_cursor` of the page before. */
        cursor?: string;
        /** @description Submitted on or after; day (UTC) or time. */
        from?: string;
        /** @description Jobs that visited a store of this group. */
        group?: string;
        /** @description A label as `name:value`. */
        label?: string;
        /** @description Entries per page. */
        limit?: number;
        /** @description Jobs submitted under this reference. */
        reference?: string;
        /** @description The same in more detail, as the `state` of a job. */
        state?: 'queued' | 'running' | 'paused' | 'completed' | 'failed' | 'cancelled';
        /** @description Jobs in this state. */
        status?: 'ongoing' | 'completed' | 'failed';
        /** @description Jobs that visited this store. */
        store_id?: string;
        /** @description Submitted on or before; inclusive. */
        to?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Jobs, newest first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JobPageDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  jobsFind: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The id that the submit answered. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One job with everything that happened to it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JobDetailDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  jobControlCancel: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The id that the submit answered. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The job as it is now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JobDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  followJob: {
    parameters: {
      query?: {
        /** @description The same for clients that cannot set headers; the header counts if there are both. */
        last_event_id?: string;
      };
      header?: {
        /** @description The last id that was received. */
        'Last-Event-ID'?: string;
      };
      path: {
        /** @description The id that the submit answered. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A stream of messages, each with an event name and JSON as data. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example retry: 2000
           *
           *     event: progress
           *     data: {"job_id":"128","status":"ongoing","state":"running","run":0,"reopened":false,"progress":{"total":200,"processed":120,"failed":1,"cancelled":0,"pending":79,"percent":60.5,"images_per_second":48.5,"eta":{"seconds":2,"earliest_seconds":1,"latest_seconds":3}}}
           *
           *     event: images-failed
           *     id: 1
           *     data: {"failures":[{"failure_no":1,"store_id":"RP00001","image_url":"https://example.com/1.jpg","code":"HTTP_404","error":"The image \"https://example.com/1.jpg\" of store \"RP00001\" could not be downloaded: its server answered 404 (Not Found)."}],"more":null}
           *
           *     event: settled
           *     data: {"job_id":"128","status":"failed","state":"failed","run":0,"reopened":false,"progress":{"total":200,"processed":199,"failed":1,"cancelled":0,"pending":0,"percent":100,"images_per_second":null,"eta":null}}
           *
           *     event: end
           *     retry: 60000
           *     data: {"job_id":"128"}
           */
          'text/event-stream': string;
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  jobsListFailures: {
    parameters: {
      query?: {
        /** @description `next_cursor` of the page before, or `more` of a live message. */
        cursor?: string;
        /** @description Entries per page. */
        limit?: number;
      };
      header?: never;
      path: {
        /** @description The id that the submit answered. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The images of a job that could not be measured in its newest run, in the order they were found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FailurePageDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  jobsListImages: {
    parameters: {
      query?: {
        /** @description Only images that failed like this. */
        code?: string;
        /** @description `next_cursor` of the page before. */
        cursor?: string;
        /** @description Begins at this place in the job, instead of where a `cursor` says. */
        from_idx?: number;
        /** @description Only images of stores of this group. */
        group?: string;
        /** @description Entries per page. */
        limit?: number;
        /** @description Only this run: 0 is the first processing, 1 and more are retries. */
        run?: number;
        /** @description Only images in this state. */
        state?: 'pending' | 'measured' | 'failed' | 'cancelled';
        /** @description Only images of this store. */
        store_id?: string;
        /** @description Only images that were measured with this warning; `any`: with whatever warning. */
        warning?: string;
      };
      header?: never;
      path: {
        /** @description The id that the submit answered. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The images of a job, in the order in which they are dispatched, with the result of their newest run. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImagePageDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  jobControlPause: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The id that the submit answered. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The job as it is now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JobDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  exportsJobCsv: {
    parameters: {
      query?: {
        /** @description Only images that failed like this. */
        code?: string;
        /** @description Only images of stores of this group. */
        group?: string;
        /** @description An earlier run, 0 for the first: only the images that took part in it. */
        run?: number;
        /** @description Only images in this state. */
        state?: 'pending' | 'measured' | 'failed' | 'cancelled';
        /** @description Only images of this store. */
        store_id?: string;
        /** @description Only images that were measured with this warning; `any`: with whatever warning. */
        warning?: string;
      };
      header?: never;
      path: {
        /** @description The id that the submit answered. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /**
       * @description One line per image, in the order of the submission: `job_id`, `reference`, `run`, `idx`, `store_id`, `store_name`, `area_code`, `visit_time`, `image_url`, `state`, `width`, `height`, `perimeter`, `format`, `bytes`, `code`, `error`, `attempts`, `queue_ms`, `download_ms`, `verify_ms`, `simulate_ms`, `record_ms`, `total_ms`, `recorded_at`, `sharpness`, `brightness`, `rules_version`, `warnings`, `visit_no`, `priority`.
       *     Times are UTC. All lines show the same moment, and `X-Total-Count` says how many there are: there is no limit. Text that a
       *     spreadsheet would calculate begins with an apostrophe. When something breaks on the way the connection is cut, so a file that
       *     ended properly is whole.
       */
      200: {
        headers: {
          /**
           * @description A name for the file.
           * @example attachment; filename="job-128-results.csv"
           */
          'Content-Disposition'?: string;
          /**
           * @description Images of the visits that match which are not in the file, as retention has removed them.
           * @example 0
           */
          'X-Removed-Count'?: number;
          /**
           * @description Images in the file; its first line, the names of the columns, is not counted.
           * @example 200
           */
          'X-Total-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'text/csv; charset=utf-8; header=present': string;
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  exportsJobXlsx: {
    parameters: {
      query?: {
        /** @description Only images that failed like this. */
        code?: string;
        /** @description Only images of stores of this group. */
        group?: string;
        /** @description An earlier run, 0 for the first: only the images that took part in it. */
        run?: number;
        /** @description Only images in this state. */
        state?: 'pending' | 'measured' | 'failed' | 'cancelled';
        /** @description Only images of this store. */
        store_id?: string;
        /** @description Only images that were measured with this warning; `any`: with whatever warning. */
        warning?: string;
      };
      header?: never;
      path: {
        /** @description The id that the submit answered. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /**
       * @description One line per image, in the order of the submission: `job_id`, `reference`, `run`, `idx`, `store_id`, `store_name`, `area_code`, `visit_time`, `image_url`, `state`, `width`, `height`, `perimeter`, `format`, `bytes`, `code`, `error`, `attempts`, `queue_ms`, `download_ms`, `verify_ms`, `simulate_ms`, `record_ms`, `total_ms`, `recorded_at`, `sharpness`, `brightness`, `rules_version`, `warnings`, `visit_no`, `priority`.
       *     Times are UTC. All lines show the same moment, and `X-Total-Count` says how many there are: there is no limit. Text that a
       *     spreadsheet would calculate begins with an apostrophe. When something breaks on the way the connection is cut, so a file that
       *     ended properly is whole.
       */
      200: {
        headers: {
          /**
           * @description A name for the file.
           * @example attachment; filename="job-128-results.csv"
           */
          'Content-Disposition'?: string;
          /**
           * @description Images of the visits that match which are not in the file, as retention has removed them.
           * @example 0
           */
          'X-Removed-Count'?: number;
          /**
           * @description Images in the file; its first line, the names of the columns, is not counted.
           * @example 200
           */
          'X-Total-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  jobControlResume: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The id that the submit answered. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The job as it is now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JobDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  retry: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The id that the submit answered. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['RetryJobRequest'];
      };
    };
    responses: {
      /** @description With `dry_run`: what would run again. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RetryPreviewDto'];
        };
      };
      /** @description The job is open again. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RetryJobResponse'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  jobSummaryFind: {
    parameters: {
      query?: {
        /** @description Only this run: 0 is the first processing, 1 and more are retries. */
        run?: number;
      };
      header?: never;
      path: {
        /** @description The id that the submit answered. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What became of a job's images, in figures: failures by code and by store, times, formats. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JobSummaryDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  bulkCancelCancel: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BulkCancelRequestDto'];
      };
    };
    responses: {
      /** @description What was cancelled; with `dry_run`, what would be. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json':
            components['schemas']['BulkCancelResponse'] | components['schemas']['BulkCancelPreviewDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  bulkRetryRetry: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BulkRetryRequestDto'];
      };
    };
    responses: {
      /** @description With `dry_run`: what would run again. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BulkRetryPreviewDto'];
        };
      };
      /** @description The jobs are being reopened. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BulkRetryResponse'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  keysList: {
    parameters: {
      query?: {
        /** @description `next_cursor` of the page before. */
        cursor?: string;
        /** @description Keys per page. */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description API keys, newest first, revoked ones too. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['KeyPageDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  keysCreate: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateKeyRequest'];
      };
    };
    responses: {
      /** @description The key can be used at once. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IssuedKeyDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  keysRevoke: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Which one; an id from the list. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The key cannot be used any more. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  limits: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The limits that are in force, from the settings of the process that answers; a worker elsewhere may have others. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LimitsDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  exportsCsv: {
    parameters: {
      query?: {
        /** @description Only visits to stores that were in this area at the time. */
        area_code?: string;
        /** @description Only images that failed like this. */
        code?: string;
        /** @description Visited on or after; day (UTC) or time. */
        from?: string;
        /** @description Only images of stores of this group. */
        group?: string;
        /** @description The same in more detail, as the `state` of a job. */
        job_state?: 'queued' | 'running' | 'paused' | 'completed' | 'failed' | 'cancelled';
        /** @description Only of jobs with this label, as `name:value`. */
        label?: string;
        /** @description Only of jobs submitted under this reference. */
        reference?: string;
        /** @description Only images in this state. */
        state?: 'pending' | 'measured' | 'failed' | 'cancelled';
        /** @description Only of jobs in this state. */
        status?: 'ongoing' | 'completed' | 'failed';
        /** @description Only images of this store. */
        store_id?: string;
        /** @description Only of jobs submitted on or after; day (UTC) or time. */
        submitted_from?: string;
        /** @description Only of jobs submitted on or before; inclusive. */
        submitted_to?: string;
        /** @description Visited on or before; inclusive. */
        to?: string;
        /** @description Only images that were measured with this warning; `any`: with whatever warning. */
        warning?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /**
       * @description One line per image, in the order of the submission: `job_id`, `reference`, `run`, `idx`, `store_id`, `store_name`, `area_code`, `visit_time`, `image_url`, `state`, `width`, `height`, `perimeter`, `format`, `bytes`, `code`, `error`, `attempts`, `queue_ms`, `download_ms`, `verify_ms`, `simulate_ms`, `record_ms`, `total_ms`, `recorded_at`, `sharpness`, `brightness`, `rules_version`, `warnings`, `visit_no`, `priority`.
       *     Times are UTC. All lines show the same moment, and `X-Total-Count` says how many there are: there is no limit. Text that a
       *     spreadsheet would calculate begins with an apostrophe. When something breaks on the way the connection is cut, so a file that
       *     ended properly is whole.
       */
      200: {
        headers: {
          /**
           * @description A name for the file.
           * @example attachment; filename="job-128-results.csv"
           */
          'Content-Disposition'?: string;
          /**
           * @description Images of the visits that match which are not in the file, as retention has removed them.
           * @example 0
           */
          'X-Removed-Count'?: number;
          /**
           * @description Images in the file; its first line, the names of the columns, is not counted.
           * @example 200
           */
          'X-Total-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'text/csv; charset=utf-8; header=present': string;
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  bulkRetryList: {
    parameters: {
      query?: {
        /** @description `next_cursor` of the page before. */
        cursor?: string;
        /** @description Retries per page. */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Retries of many jobs, newest first, each with how far it is. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BulkRetryPageDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  bulkRetryFind: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Which one; an id from the list. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One retry of many jobs, and how far it is. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BulkRetryDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  rulesCurrent: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The rules in force. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RuleVersionDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  rulesSave: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SaveRulesRequest'];
      };
    };
    responses: {
      /** @description Puts a rule set in force, as a new version. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RuleVersionDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  rulesCriteria: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The criteria that rules may use, with the limits that each of them takes. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CriteriaDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  replay: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReplayRulesRequest'];
      };
    };
    responses: {
      /** @description Tries rules on images that were measured before: what they would have rejected, and what they would have warned of. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReplayDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  rulesList: {
    parameters: {
      query?: {
        /** @description `next_cursor` of the page before. */
        cursor?: string;
        /** @description Versions per page. */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Every rule set there has been, newest first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RuleVersionPageDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  rulesFind: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Which one; an id from the list. */
        version: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One version of the rules. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RuleVersionDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  rulesRestore: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Which one; an id from the list. */
        version: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RestoreRulesRequest'];
      };
    };
    responses: {
      /** @description Makes an old version current again, as a new one with the same rules. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RuleVersionDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  samples: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Pictures to try the service with. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SamplesDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  sessionFind: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Whether a key is needed, whether one was shown, and what it allows. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  sessionStart: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SignInRequest'];
      };
    };
    responses: {
      /** @description Signed in. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  sessionEnd: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The cookie does not stand for anything any more. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  stats: {
    parameters: {
      query?: {
        /** @description Day (UTC) or time; by default an hour before `to`. */
        from?: string;
        /** @description By default as fits the length; minutes for at most 7 days at once. */
        step?: 'minute' | 'hour' | 'day';
        /** @description Day (UTC) or time, inclusive; by default now. */
        to?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description How many images were settled when, by error code. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StatsDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  status: {
    parameters: {
      query: {
        /** @description The id that the submit answered. */
        jobid: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description How a job is doing, at any time. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JobStatusDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  storesList: {
    parameters: {
      query?: {
        /** @description Only active or inactive ones. */
        active?: 'true' | 'false';
        /** @description Only this area. */
        area_code?: string;
        /** @description Only this kind of shop. */
        category?:
          | 'hotel-restaurant'
          | 'pan-shop'
          | 'grocery'
          | 'medical'
          | 'sweets-bakery'
          | 'stationery'
          | 'electronics-mobile'
          | 'clothing'
          | 'hardware'
          | 'salon'
          | 'general'
          | 'other'
          | 'unknown';
        /** @description Only those whose category comes from there; `unknown` and `none` are those nobody knows yet. */
        category_source?: 'none' | 'rule' | 'learned' | 'hand';
        /** @description `next_cursor` of the page before. */
        cursor?: string;
        /** @description Only stores of this group. */
        group?: string;
        /** @description Stores per page, 1 to 500; 50 by default. */
        limit?: number;
        /** @description Part of the name or the id, in any case. With fewer than three letters or digits in a row, stores beyond the 10,000 that follow the cursor are found only by the beginning of the id, of the name, or of what follows a blank in it. */
        q?: string;
        /** @description Only stores with this tag. */
        tag?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Stores by id, inactive ones too. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StorePageDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  storesFind: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Which one; an id from the list. */
        store_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One store, with its latest changes. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StoreDetailDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  overridesSet: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Which one; an id from the list. */
        store_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SetCategoryRequest'];
      };
    };
    responses: {
      /** @description Sets the category of a store by hand. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StoreDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  overridesTakeBack: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Which one; an id from the list. */
        store_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Takes back what was set by hand. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StoreDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  storesFigures: {
    parameters: {
      query?: {
        /** @description Day (UTC) or time of a visit, to the minute; by default 90 days before `to`. */
        from?: string;
        /** @description Day (UTC) or time, inclusive; by default now. */
        to?: string;
      };
      header?: never;
      path: {
        /** @description Which one; an id from the list. */
        store_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What happened at one store in a time. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StoreFiguresDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  searchSimilar: {
    parameters: {
      query?: {
        /** @description Only this area. */
        area_code?: string;
        /** @description Only this kind of shop. */
        category?:
          | 'hotel-restaurant'
          | 'pan-shop'
          | 'grocery'
          | 'medical'
          | 'sweets-bakery'
          | 'stationery'
          | 'electronics-mobile'
          | 'clothing'
          | 'hardware'
          | 'salon'
          | 'general'
          | 'other'
          | 'unknown';
        /** @description Only stores of this group. */
        group?: string;
        /** @description Stores, 1 to 50; 10 by default. */
        limit?: number;
      };
      header?: never;
      path: {
        /** @description Which one; an id from the list. */
        store_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Other stores whose names are much like that of a store, best first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StoreHitsDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  storesSetTags: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Which one; an id from the list. */
        store_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['StoreTagsRequest'];
      };
    };
    responses: {
      /** @description Gives a store these tags, and takes all others away. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TagChangeDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  storesListVisits: {
    parameters: {
      query?: {
        /** @description `next_cursor` of the page before. */
        cursor?: string;
        /** @description First day (UTC) or RFC 3339 time of a visit; inclusive. */
        from?: string;
        /** @description Visits per page. */
        limit?: number;
        /** @description Last day or time; inclusive. */
        to?: string;
      };
      header?: never;
      path: {
        /** @description Which one; an id from the list. */
        store_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All visits of one store, newest first, with what became of their images. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StoreVisitPageDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  duplicatesList: {
    parameters: {
      query?: {
        /** @description Only this area. */
        area_code?: string;
        /** @description `next_cursor` of the page before. */
        cursor?: string;
        /** @description Only those with a store of this group. */
        group?: string;
        /** @description Clusters per page, 1 to 500; 50 by default. A page may have fewer although there are more. */
        limit?: number;
        /** @description What nobody has decided yet (the default), or what was decided. */
        state?: 'open' | 'same' | 'different';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Stores of one area that are likely the same shop, area by area, the surest first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DuplicatePageDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  decisionsDecide: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DecideDuplicatesRequest'];
      };
    };
    responses: {
      /** @description Keeps that stores are one shop, or different ones. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DuplicateDecisionDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  decisionsUndo: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Which one; an id from the list. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It does not count any more. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  storeImportsList: {
    parameters: {
      query?: {
        /** @description `next_cursor` of the page before. */
        cursor?: string;
        /** @description Imports per page, 1 to 500; 50 by default. */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Imports, newest first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StoreImportPageDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  storeImportsCreate: {
    parameters: {
      query?: {
        /** @description Load the good rows although others are bad. */
        allow_rejects?: 'true' | 'false';
        /** @description Deactivate the stores that are not in the file. */
        deactivate_missing?: 'true' | 'false';
        /** @description Count what would change, and change nothing. */
        dry_run?: 'true' | 'false';
        /** @description Kept with the import. */
        file_name?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description CSV in UTF-8, at most 256 MB. */
    requestBody: {
      content: {
        'text/csv': string;
      };
    };
    responses: {
      /** @description A dry run: nothing was changed. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StoreImportDto'];
        };
      };
      /** @description The file is loaded. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StoreImportDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  storeImportsFind: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Which one; an id from the list. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One import, with its first rejects. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StoreImportDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  search: {
    parameters: {
      query: {
        /** @description Only this area. */
        area_code?: string;
        /** @description Only this kind of shop. */
        category?:
          | 'hotel-restaurant'
          | 'pan-shop'
          | 'grocery'
          | 'medical'
          | 'sweets-bakery'
          | 'stationery'
          | 'electronics-mobile'
          | 'clothing'
          | 'hardware'
          | 'salon'
          | 'general'
          | 'other'
          | 'unknown';
        /** @description Only stores of this group. */
        group?: string;
        /** @description Stores, 1 to 50; 10 by default. */
        limit?: number;
        /** @description A name or a part of it, or the id of a store; at most 200 characters. */
        q: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Stores by name, best first, in any spelling. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StoreHitsDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  submit: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes it safe to send a submit again: for 7 days, the same key with the same content answers the same job (and `Idempotent-Replayed: true`) instead of a new one. 1 to 255 printable ASCII characters. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SubmitJobRequest'];
      };
    };
    responses: {
      /** @description The job is kept, whatever happens next. */
      201: {
        headers: {
          /** @description `true` when the job is the one of an earlier submit with the same Idempotency-Key. */
          'Idempotent-Replayed'?: 'true';
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SubmitJobResponse'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  tagsList: {
    parameters: {
      query?: {
        /** @description The beginning of the tag. */
        q?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Tags in use, the most frequent first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TagListDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  tagsChange: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TagChangeRequest'];
      };
    };
    responses: {
      /** @description Gives tags to many stores, and takes others away: of a list, a group, or an area. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TagChangeDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  tagsUndo: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Which one; an id from the list. */
        change_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A change of its own, which can be undone, too. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TagChangeDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  visitsList: {
    parameters: {
      query?: {
        /** @description Only visits to stores that were in this area at the time of the visit. */
        area?: string;
        /** @description `next_cursor` of the page before. */
        cursor?: string;
        /** @description Last day or time; inclusive. */
        enddate?: string;
        /** @description Only stores of this group. */
        group?: string;
        /** @description Stores per page. */
        limit?: number;
        /** @description First day (UTC) or RFC 3339 time of a visit; inclusive. */
        startdate?: string;
        /** @description Only this store. */
        storeid?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Visits by store, with the perimeters of their images. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VisitHistoryPageDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  webhooksList: {
    parameters: {
      query?: {
        /** @description `next_cursor` of the page before. */
        cursor?: string;
        /** @description Webhooks per page. */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Receivers of events, newest first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookPageDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  webhooksCreate: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateWebhookRequest'];
      };
    };
    responses: {
      /** @description It is told of everything from now on. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IssuedWebhookDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  webhooksFind: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Which one; an id from the list. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One receiver, and whether all is well with it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  webhooksDelete: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Which one; an id from the list. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Nothing is sent to it any more. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  webhooksChange: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Which one; an id from the list. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeWebhookRequest'];
      };
    };
    responses: {
      /** @description Changes a receiver, or enables one that was disabled. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  webhooksListDeliveries: {
    parameters: {
      query?: {
        /** @description `next_cursor` of the page before. */
        cursor?: string;
        /** @description Deliveries about this job. */
        job_id?: string;
        /** @description Deliveries per page. */
        limit?: number;
        /** @description Deliveries in this state. */
        state?: 'pending' | 'delivered' | 'failed';
      };
      header?: never;
      path: {
        /** @description Which one; an id from the list. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was sent to a receiver in the last 30 days, newest first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeliveryPageDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  webhooksRotate: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Which one; an id from the list. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Gives a receiver a new secret. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IssuedWebhookDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  webhooksTest: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Which one; an id from the list. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is on its way; the delivery tells what comes of it. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeliveryDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  workers: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The processes that measure images, and what each has in its hands. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WorkersDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  healthLive: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Whether the process runs at all. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LivenessDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  healthReady: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Ready; `degraded` while Redis is away. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReadinessDto'];
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  metricsRead: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Figures for Prometheus. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/plain': string;
        };
      };
      /** @description An error. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  onJobFailed: {
    parameters: {
      query?: never;
      header: {
        /** @description The same at every attempt: a receiver that has had it may ignore it. */
        'webhook-id': string;
        /** @description `v1,` and the Base64 of HMAC-SHA256 over `id.timestamp.body`; two of them after a rotation, with a blank between. */
        'webhook-signature': string;
        /** @description Seconds since 1970, of this attempt. */
        'webhook-timestamp': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          data: {
            /**
             * Format: date-time
             * @example 2026-03-01T09:30:00.000Z
             */
            created_at: string;
            /**
             * @description As `GET /api/status` counts: images that failed, and one more where the job was cancelled.
             * @example 2
             */
            error_count: number;
            /** @example 128 */
            job_id: string;
            /**
             * @example {
             *       "team": "north"
             *     }
             */
            labels: {
              [key: string]: string;
            };
            progress: {
              /** @example 0 */
              cancelled: number;
              /** @example 2 */
              failed: number;
              /** @example 0 */
              pending: number;
              /** @example 100 */
              percent: number;
              /** @example 198 */
              processed: number;
              /** @example 200 */
              total: number;
            };
            /** @example north-route-2026-03-01 */
            reference: string | null;
            /**
             * @description 0 for the first processing, 1 and up for retries.
             * @example 0
             */
            run: number;
            /**
             * Format: date-time
             * @example 2026-03-01T09:31:00.000Z
             */
            settled_at: string;
            /**
             * @example failed
             * @enum {string}
             */
            state: 'completed' | 'failed' | 'cancelled';
            /**
             * @example failed
             * @enum {string}
             */
            status: 'completed' | 'failed';
          };
          /**
           * Format: date-time
           * @example 2026-03-01T09:31:00.000Z
           */
          timestamp: string;
          /**
           * @example job.failed
           * @enum {string}
           */
          type: 'job.failed';
        };
      };
    };
    responses: {
      /** @description The message is taken. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description No more, please. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  onJobSettled: {
    parameters: {
      query?: never;
      header: {
        /** @description The same at every attempt: a receiver that has had it may ignore it. */
        'webhook-id': string;
        /** @description `v1,` and the Base64 of HMAC-SHA256 over `id.timestamp.body`; two of them after a rotation, with a blank between. */
        'webhook-signature': string;
        /** @description Seconds since 1970, of this attempt. */
        'webhook-timestamp': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          data: {
            /**
             * Format: date-time
             * @example 2026-03-01T09:30:00.000Z
             */
            created_at: string;
            /**
             * @description As `GET /api/status` counts: images that failed, and one more where the job was cancelled.
             * @example 2
             */
            error_count: number;
            /** @example 128 */
            job_id: string;
            /**
             * @example {
             *       "team": "north"
             *     }
             */
            labels: {
              [key: string]: string;
            };
            progress: {
              /** @example 0 */
              cancelled: number;
              /** @example 2 */
              failed: number;
              /** @example 0 */
              pending: number;
              /** @example 100 */
              percent: number;
              /** @example 198 */
              processed: number;
              /** @example 200 */
              total: number;
            };
            /** @example north-route-2026-03-01 */
            reference: string | null;
            /**
             * @description 0 for the first processing, 1 and up for retries.
             * @example 0
             */
            run: number;
            /**
             * Format: date-time
             * @example 2026-03-01T09:31:00.000Z
             */
            settled_at: string;
            /**
             * @example failed
             * @enum {string}
             */
            state: 'completed' | 'failed' | 'cancelled';
            /**
             * @example failed
             * @enum {string}
             */
            status: 'completed' | 'failed';
          };
          /**
           * Format: date-time
           * @example 2026-03-01T09:31:00.000Z
           */
          timestamp: string;
          /**
           * @example job.settled
           * @enum {string}
           */
          type: 'job.settled';
        };
      };
    };
    responses: {
      /** @description The message is taken. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description No more, please. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
}
