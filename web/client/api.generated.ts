/** Written by `npm run generate:client` from the OpenAPI document of the server; do not edit. */

export interface paths {
  '/api/health/live': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** The process answers */
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            status: 'live';
          };
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/health/ready': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Database and queue have just answered; 503 where one has not */
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            status: 'ready';
            database: components['schemas']['Answered'];
            queue: components['schemas']['Answered'];
          };
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/metrics': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Measures for Prometheus */
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'text/plain': string;
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tokens': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Own tokens, without their secrets */
    get: {
      parameters: {
        query?: {
          limit?: number;
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            tokens: components['schemas']['Token'][];
            nextCursor: string | null;
          };
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    put?: never;
    /** Make a token; its secret is shown this once */
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: { content: {
        'application/json': components['schemas']['NewToken'];
      } };
      responses: {
        201: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            token: components['schemas']['Token'];
            secret: string;
          };
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tokens/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post?: never;
    /** Revoke an own token */
    delete: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/users': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Users by email */
    get: {
      parameters: {
        query?: {
          department?: string;
          role?: components['schemas']['Role'];
          active?: boolean;
          /** a part of the email */
          search?: string;
          limit?: number;
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            users: components['schemas']['User'][];
            nextCursor: string | null;
          };
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    put?: never;
    /** Add a user */
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: { content: {
        'application/json': components['schemas']['NewUser'];
      } };
      responses: {
        201: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            user: components['schemas']['User'];
          };
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/users/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** A user */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            user: components['schemas']['User'];
          };
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    put?: never;
    post?: never;
    /** Disable a user, who is signed out everywhere */
    delete: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    options?: never;
    head?: never;
    /** Change role or department, disable, enable again */
    patch: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: { content: {
        'application/json': components['schemas']['UserChange'];
      } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            user: components['schemas']['User'];
          };
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    trace?: never;
  };
  '/api/users/{id}/password': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    /** Set a password; the user is signed out everywhere */
    put: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: { content: {
        'application/json': {
          password: string;
        };
      } };
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/session': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Who is signed in, and what there is for them */
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': components['schemas']['Session'];
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    put?: never;
    /** Sign in; the answer sets the cookie of the session */
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: { content: {
        'application/json': components['schemas']['Credentials'];
      } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': components['schemas']['Session'];
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    /** Sign out, here or everywhere */
    delete: {
      parameters: {
        query?: {
          everywhere?: boolean;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/session/links/{secret}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Sign in by a one-time link, and go to the page */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          secret: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        303: { headers: { [name: string]: unknown }; content?: never };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/session/oidc': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Begin to sign in at the OpenID Connect provider */
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        303: { headers: { [name: string]: unknown }; content?: never };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/session/oidc/callback': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** The provider sends the browser back here */
    get: {
      parameters: {
        query?: {
          state?: string;
          code?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        303: { headers: { [name: string]: unknown }; content?: never };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/audit': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Entries, the newest first; as CSV all of them */
    get: {
      parameters: {
        query?: {
          /** email of whoever did it */
          user?: string;
          action?: string;
          resource?: string;
          department?: string;
          /** from this instant on */
          since?: string;
          /** before this instant */
          before?: string;
          format?: 'json' | 'csv';
          limit?: number;
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            entries: components['schemas']['AuditEntry'][];
            nextCursor: string | null;
          };
          'text/csv': string;
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/versions': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Versions, the newest first */
    get: {
      parameters: {
        query?: {
          /** code of the department */
          hospital?: string;
          status?: components['schemas']['VersionStatus'];
          /** from 1900-01-01 to 2999-12-31 */
          from?: string;
          /** from 1900-01-01 to 2999-12-31 */
          to?: string;
          limit?: number;
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            versions: components['schemas']['Version'][];
            nextCursor: string | null;
          };
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    put?: never;
    /** Make an empty STAGING version */
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: { content: {
        'application/json': components['schemas']['NewVersion'];
      } };
      responses: {
        201: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            version: components['schemas']['Version'];
          };
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/versions/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** A version with what stands for and against it, as of now */
    get: {
      parameters: {
        query?: never;
        header?: {
          'if-none-match'?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': components['schemas']['VersionView'];
        } };
        304: { headers: { [name: string]: unknown }; content?: never };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    put?: never;
    post?: never;
    /** Remove a STAGING version */
    delete: {
      parameters: {
        query?: never;
        header?: {
          /** tag of the version as it was looked at: 412 where it shows something else by now */
          'if-match'?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/versions/{id}/promote': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    /** Put a STAGING version in force for its dates */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** tag of the version as it was looked at: 412 where it shows something else by now */
          'if-match'?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: { content: {
        'application/json': components['schemas']['PromotionOrder'];
      } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': components['schemas']['Promotion'];
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/versions/{id}/archive': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    /** Take a version out of force */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** tag of the version as it was looked at: 412 where it shows something else by now */
          'if-match'?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': components['schemas']['Archived'];
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/versions/{id}/copy': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    /** A new STAGING version with the same rules, shifts and roster */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        201: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            version: components['schemas']['Version'];
          };
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/versions/{id}/diff': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** What changed: shifts, assignments, and who reads what */
    get: {
      parameters: {
        query: {
          /** the version before */
          against: string;
        };
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': components['schemas']['VersionDiff'];
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/versions/{id}/shifts': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Required shifts with whoever is assigned, by date */
    get: {
      parameters: {
        query?: {
          /** from 1900-01-01 to 2999-12-31 */
          from?: string;
          /** from 1900-01-01 to 2999-12-31 */
          to?: string;
          shiftType?: components['schemas']['ShiftType'];
          limit?: number;
          cursor?: string;
        };
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            shifts: components['schemas']['Shift'][];
            nextCursor: string | null;
          };
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/versions/{id}/rules': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Listed studies in the order of the workbook */
    get: {
      parameters: {
        query?: {
          limit?: number;
          cursor?: string;
        };
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            rules: components['schemas']['Rule'][];
            nextCursor: string | null;
          };
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/versions/{id}/history': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Who did what to the version, imports into it included, the newest first */
    get: {
      parameters: {
        query?: {
          limit?: number;
          cursor?: string;
        };
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            entries: components['schemas']['AuditEntry'][];
            nextCursor: string | null;
          };
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/departments/{code}/production-periods': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** The dates in force, each with its version, by date; dates in between have no schedule */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          code: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            periods: components['schemas']['ProductionPeriod'][];
            nextCursor: string | null;
          };
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/versions/{id}/board': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Who reads each study from when to when, for at most 35 schedule dates */
    get: {
      parameters: {
        query?: {
          /** from 1900-01-01 to 2999-12-31 */
          from?: string;
          /** from 1900-01-01 to 2999-12-31 */
          to?: string;
        };
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': components['schemas']['Board'];
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/versions/{id}/calendar': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** How much of each schedule date is covered, and what the rest lacks */
    get: {
      parameters: {
        query?: {
          /** from 1900-01-01 to 2999-12-31 */
          from?: string;
          /** from 1900-01-01 to 2999-12-31 */
          to?: string;
        };
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': components['schemas']['CoverageCalendar'];
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/departments/{code}/accepted-warnings': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** What the department accepts at present */
    get: {
      parameters: {
        query?: {
          limit?: number;
          cursor?: string;
        };
        header?: never;
        path: {
          code: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            acceptedWarnings: components['schemas']['AcceptedWarning'][];
            nextCursor: string | null;
          };
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    put?: never;
    /** Accept warnings for this and later versions */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          code: string;
        };
        cookie?: never;
      };
      requestBody: { content: {
        'application/json': components['schemas']['Acceptance'];
      } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            /** the keys that are new */
            accepted: string[];
          };
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    /** Withdraw an acceptance: the warning counts again */
    delete: {
      parameters: {
        query?: {
          /** the key of the message, as it stands in its context */
          key?: string;
        };
        header?: never;
        path: {
          code: string;
        };
        cookie?: never;
      };
      requestBody?: { content: {
        'application/json': {
          /** the key of the message, as it stands in its context */
          key: string;
        };
      } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            withdrawn: string;
            departments: string[];
          };
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/departments/{code}/candidates': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Who may take a shift, or a part of it: the best first, with everything that stands against it */
    get: {
      parameters: {
        query: {
          /** schedule date */
          date: string;
          shiftType: components['schemas']['ShiftType'];
          /** a part of the hours only: its start */
          from?: string;
          /** and its end */
          to?: string;
          /** another version than the one in force */
          version?: string;
        };
        header?: never;
        path: {
          code: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': components['schemas']['ShiftCandidates'];
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/departments/{code}/changes': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** What was entered by hand and stands, the newest first */
    get: {
      parameters: {
        query?: {
          version?: string;
          status?: components['schemas']['VersionStatus'];
          /** from 1900-01-01 to 2999-12-31 */
          from?: string;
          /** from 1900-01-01 to 2999-12-31 */
          to?: string;
          limit?: number;
          cursor?: string;
        };
        header?: never;
        path: {
          code: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            changes: components['schemas']['HandMadeEntry'][];
            nextCursor: string | null;
          };
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    put?: never;
    /** Assign, unassign or swap a shift */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          code: string;
        };
        cookie?: never;
      };
      requestBody: { content: {
        'application/json': components['schemas']['ChangeOrder'];
      } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': components['schemas']['Change'];
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/departments/{code}/changes/take-back': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    /** Take a change by hand back: what it replaced stands again */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          code: string;
        };
        cookie?: never;
      };
      requestBody: { content: {
        'application/json': components['schemas']['TakeBackOrder'];
      } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': components['schemas']['Change'];
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/imports/matrix': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    /** Import a coverage matrix or flat list */
    post: {
      parameters: {
        query?: never;
        header?: {
          'idempotency-key'?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: {
        'multipart/form-data': {
          department: string;
          /** a STAGING version; without it, a new one from `from` to `to` */
          version?: string;
          /** from 1900-01-01 to 2999-12-31 */
          from?: string;
          /** from 1900-01-01 to 2999-12-31 */
          to?: string;
          /** how to read it, where its content does not say */
          layout?: 'matrix' | 'list';
          createHospitals?: boolean;
          allowPartial?: boolean;
          file: string;
        };
      } };
      responses: {
        202: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            job: components['schemas']['Job'];
          };
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/imports/amion': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    /** Import a roster: from Amion, or saved reports and pages */
    post: {
      parameters: {
        query?: never;
        header?: {
          'idempotency-key'?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: {
        'application/json': {
          department: string;
          /** a STAGING version; without it, the roster is only pulled */
          version?: string;
          /** of a pull: the present month and those after it */
          months?: number;
          allowPartial?: boolean;
          file?: string[];
        };
        'multipart/form-data': {
          department: string;
          /** a STAGING version; without it, the roster is only pulled */
          version?: string;
          /** of a pull: the present month and those after it */
          months?: number;
          allowPartial?: boolean;
          file?: string[];
        };
      } };
      responses: {
        202: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            job: components['schemas']['Job'];
          };
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/imports/workflow': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    /** Matrix, roster and coverage in one */
    post: {
      parameters: {
        query?: never;
        header?: {
          'idempotency-key'?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: {
        'multipart/form-data': {
          department: string;
          /** a workflow to run again: its matrix, roster, dates and options count where nothing else is given. What its people and hospitals brought stands in the registers, and is not brought again */
          like?: string;
          /** from 1900-01-01 to 2999-12-31 */
          from?: string;
          /** from 1900-01-01 to 2999-12-31 */
          to?: string;
          timeZone?: string;
          /** dates with commas between: they count as Weekend */
          holidays?: string;
          createHospitals?: boolean;
          allowPartial?: boolean;
          /** needed, unless it is that of the workflow to run again */
          matrix?: string;
          /** without reports the roster comes from Amion */
          amion?: string[];
          people?: string;
          hospitals?: string;
        };
      } };
      responses: {
        202: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            job: components['schemas']['Job'];
          };
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/checks': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    /** Read a matrix, a flat list or the reports of a roster, and report everything found; nothing is stored */
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: { content: {
        'multipart/form-data': {
          /** judges names by its hospitals, people and mapping; without it none is unknown */
          department?: string;
          /** how to read a workbook, where its content does not say */
          layout?: 'matrix' | 'list';
          file: string[];
        };
      } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': components['schemas']['UploadCheck'];
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/imports': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Imports, the newest first */
    get: {
      parameters: {
        query?: {
          department?: string;
          version?: string;
          state?: components['schemas']['ImportState'];
          source?: components['schemas']['ImportSource'];
          limit?: number;
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            imports: components['schemas']['Import'][];
            nextCursor: string | null;
          };
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/imports/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** An import with everything that was found */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            import: components['schemas']['JudgedImport'];
            files: components['schemas']['ImportedFile'][];
          };
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/imports/{id}/workbook': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** The sheets of an imported matrix or list as they look, also of an import that failed */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': components['schemas']['WorkbookPicture'];
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/imports/{id}/lines': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** The lines of an imported roster around one of them */
    get: {
      parameters: {
        query: {
          line: number;
          /** which report, where there are several */
          file?: string;
        };
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': components['schemas']['ReportLines'];
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/departments/{code}/drift': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** What differs from production, by the roster pulled last */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          code: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': components['schemas']['Drift'];
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/departments/{code}/drift/apply': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    /** A STAGING copy with the fresh roster, to be promoted */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          code: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': components['schemas']['AppliedDrift'];
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/jobs': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Jobs, the newest first */
    get: {
      parameters: {
        query?: {
          department?: string;
          status?: components['schemas']['JobStatus'];
          type?: components['schemas']['JobType'];
          limit?: number;
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            jobs: components['schemas']['AskedJob'][];
            nextCursor: string | null;
          };
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/jobs/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** A job */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            job: components['schemas']['AskedJob'];
          };
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/jobs/{id}/events': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** What becomes of a job, as server-sent events, until it ends */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'text/event-stream': string;
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/jobs/{id}/retry': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    /** Put a job that failed back into the queue */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            job: components['schemas']['Job'];
          };
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/jobs/{id}/cancel': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    /** Stop a job */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            job: components['schemas']['Job'];
          };
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/versions/{id}/coverage': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** The coverage of a version as of now, and what was calculated last */
    get: {
      parameters: {
        query?: {
          /** from 1900-01-01 to 2999-12-31 */
          from?: string;
          /** from 1900-01-01 to 2999-12-31 */
          to?: string;
        };
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': components['schemas']['StandingCoverage'];
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    put?: never;
    /** Calculate the coverage of a version and keep it */
    post: {
      parameters: {
        query?: {
          /** from 1900-01-01 to 2999-12-31 */
          from?: string;
          /** from 1900-01-01 to 2999-12-31 */
          to?: string;
        };
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: { content: {
        'application/json': {
          /** from 1900-01-01 to 2999-12-31 */
          from?: string;
          /** from 1900-01-01 to 2999-12-31 */
          to?: string;
        };
      } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': components['schemas']['Coverage'];
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/who': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Who reads what at an instant, why, until when, and how to reach them */
    get: {
      parameters: {
        query: {
          department: string;
          /** local time of the department, or with an offset; default now */
          at?: string;
          hospital?: string;
          /** `CT Neuro`, or `Allen CT Neuro` */
          study?: string;
          /** another version than the one in force */
          version?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': components['schemas']['WhoAnswers'];
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/people': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** People by name */
    get: {
      parameters: {
        query?: {
          department?: string;
          /** a part of the name, email or an alias */
          search?: string;
          specialty?: components['schemas']['Specialty'];
          active?: boolean;
          limit?: number;
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            people: components['schemas']['Person'][];
            nextCursor: string | null;
          };
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    put?: never;
    /** Add a person, as a member of the department */
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: { content: {
        'application/json': components['schemas']['NewPerson'];
      } };
      responses: {
        201: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            person: components['schemas']['Person'];
          };
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/people/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** A person */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            person: components['schemas']['Person'];
          };
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    put?: never;
    post?: never;
    /** Disable a person */
    delete: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    options?: never;
    head?: never;
    /** Correct a person; what is left out stays */
    patch: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: { content: {
        'application/json': components['schemas']['PersonChange'];
      } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            person: components['schemas']['Person'];
          };
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    trace?: never;
  };
  '/api/people/import': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    /** Add and update people by their email */
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: { content: {
        'multipart/form-data': {
          department?: string;
          /** CSV: name, email, specialty, aliases, amion_id, phone, pager */
          file: string;
        };
      } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': components['schemas']['RegistryImport'];
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/hospitals': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Hospitals by code */
    get: {
      parameters: {
        query?: {
          search?: string;
          /** false: those that are disabled */
          active?: boolean;
          limit?: number;
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            hospitals: components['schemas']['Hospital'][];
            nextCursor: string | null;
          };
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    put?: never;
    /** Add a hospital */
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: { content: {
        'application/json': components['schemas']['NewHospital'];
      } };
      responses: {
        201: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            hospital: components['schemas']['Hospital'];
          };
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/hospitals/{code}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** A hospital */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          code: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            hospital: components['schemas']['Hospital'];
          };
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    put?: never;
    post?: never;
    /** Disable a hospital */
    delete: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          code: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    options?: never;
    head?: never;
    /** Correct a hospital, or bring it back */
    patch: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          code: string;
        };
        cookie?: never;
      };
      requestBody: { content: {
        'application/json': components['schemas']['HospitalChange'];
      } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            hospital: components['schemas']['Hospital'];
          };
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    trace?: never;
  };
  '/api/hospitals/import': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    /** Add and update hospitals by their code */
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: { content: {
        'multipart/form-data': {
          /** of a new hospital whose row names none */
          timeZone?: string;
          /** CSV: code, name, location, time_zone */
          file: string;
        };
      } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': components['schemas']['RegistryImport'];
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/departments': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Departments with their settings: every one for an ADMIN, else the own */
    get: {
      parameters: {
        query?: {
          limit?: number;
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            departments: components['schemas']['Department'][];
            nextCursor: string | null;
          };
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    put?: never;
    /** Make a hospital a department, with its settings */
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: { content: {
        'application/json': components['schemas']['NewDepartment'];
      } };
      responses: {
        201: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            department: components['schemas']['Department'];
          };
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/departments/{code}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** The settings of a department */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          code: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            department: components['schemas']['Department'];
          };
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    put?: never;
    post?: never;
    /** Disable a department with its hospital */
    delete: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          code: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    options?: never;
    head?: never;
    /** Change settings; what is left out stays */
    patch: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          code: string;
        };
        cookie?: never;
      };
      requestBody: { content: {
        'application/json': components['schemas']['DepartmentSettings'];
      } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            department: components['schemas']['Department'];
          };
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    trace?: never;
  };
  '/api/departments/{code}/files': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    /** Set holidays or the mapping from a file */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          code: string;
        };
        cookie?: never;
      };
      requestBody: { content: {
        'multipart/form-data': {
          /** dates, one a line */
          holidays?: string;
          /** CSV: assignment, shift_type (ignore is one) */
          mapping?: string;
        };
      } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            department: components['schemas']['Department'];
            validation: components['schemas']['Validation'];
          };
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/departments/{code}/duties': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** The roster between two schedule dates, at most 100: every duty, vacancy and open shift */
    get: {
      parameters: {
        query: {
          /** from 1900-01-01 to 2999-12-31 */
          from: string;
          /** from 1900-01-01 to 2999-12-31 */
          to: string;
          /** another version than the one in force */
          version?: string;
        };
        header?: never;
        path: {
          code: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': components['schemas']['Roster'];
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/assignments': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Own assignments in force, by time, for at most 732 schedule dates; from today on for a year, where no dates are given */
    get: {
      parameters: {
        query?: {
          /** from 1900-01-01 to 2999-12-31 */
          from?: string;
          /** from 1900-01-01 to 2999-12-31 */
          to?: string;
          limit?: number;
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            assignments: components['schemas']['Duty'][];
            nextCursor: string | null;
          };
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/feeds': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Feeds that are not revoked: the own, or all of the department for whoever schedules */
    get: {
      parameters: {
        query?: {
          /** of this one only */
          department?: string;
          limit?: number;
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            feeds: components['schemas']['Feed'][];
            nextCursor: string | null;
          };
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    put?: never;
    /** Make a feed: anybody of the own duties, else whoever may read the department */
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: { content: {
        'application/json': components['schemas']['NewFeed'];
      } };
      responses: {
        201: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            feed: components['schemas']['Feed'];
            /** the secret address, shown this once */
            url: string;
          };
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/feeds/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post?: never;
    /** Revoke a feed: its address answers no more */
    delete: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/feeds/{secret}.ics': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** A calendar feed, by its secret */
    get: {
      parameters: {
        query?: never;
        header?: {
          'if-none-match'?: string;
        };
        path: {
          secret: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'text/calendar': string;
        } };
        304: { headers: { [name: string]: unknown }; content?: never };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/walls': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Wall displays that are not revoked */
    get: {
      parameters: {
        query?: {
          department?: string;
          limit?: number;
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            walls: components['schemas']['Wall'][];
            nextCursor: string | null;
          };
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    put?: never;
    /** Make the address of a wall display */
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: { content: {
        'application/json': {
          department: string;
        };
      } };
      responses: {
        201: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            wall: components['schemas']['Wall'];
            /** the secret address, shown this once */
            url: string;
          };
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/walls/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post?: never;
    /** Revoke a wall display */
    delete: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/wall/{secret}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Tonight of a department, by the secret of a wall display */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          secret: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': components['schemas']['Tonight'];
        } };
        '4XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
        '5XX': { headers: { [name: string]: unknown }; content: {
          'application/problem+json': components['schemas']['Problem'];
        } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}

export interface components {
  schemas: {
    Acceptance: {
      /** whose warnings; needed for all */
      version?: string;
      keys?: string[];
      /** the key of the message, as it stands in its context */
      key?: string;
      /** every open warning of the version */
      all?: boolean;
      reason: string;
    };
    AcceptedWarning: {
      key: string;
      code: string;
      reason: string;
      acceptedAt: string;
      acceptedBy: string;
      acceptedByEmail: string | null;
    };
    /** read = accepted + rejected + ignored; stored is accepted, or 0 */
    Accounting: {
      read: number;
      accepted: number;
      rejected: number;
      ignored: number;
      stored: number;
    };
    Answered: {
      ok: boolean;
      ms: number;
    };
    AppliedDrift: {
      department: string;
      batchId: string;
      asOf: string;
      versions: components['schemas']['VersionDrift'][];
      copies: {
        of: string;
        id: string;
      }[];
    };
    Archived: {
      version: components['schemas']['Version'];
      withoutSchedule: components['schemas']['DateSpan'][];
    };
    /** A job, with who asked for it */
    AskedJob: {
      id: string;
      /** one of JobType; of an older release perhaps another */
      type: string;
      status: components['schemas']['JobStatus'];
      /** what it was asked for */
      payload: unknown;
      result: components['schemas']['JobResult'];
      /** why it failed */
      error: components['schemas']['JobError'] | null;
      progress: components['schemas']['JobProgress'] | null;
      retryCount: number;
      maxRetries: number;
      attempt: number;
      hospitalId: string | null;
      requestedBy: string | null;
      worker: string | null;
      runAfter: string;
      createdAt: string;
      startedAt: string | null;
      completedAt: string | null;
      requestedByEmail: string | null;
    };
    AssignedPerson: {
      name: string;
      email: string;
      source: components['schemas']['AssignmentSource'];
    };
    AssignmentSource: 'AMION' | 'MANUAL' | 'OVERRIDE';
    AuditEntry: {
      id: string;
      at: string;
      userId: string;
      userEmail: string | null;
      action: string;
      resource: string;
      hospitalId: string | null;
      /** code of that hospital or department */
      department: string | null;
      ipAddress: string | null;
      oldValues: unknown;
      newValues: unknown;
    };
    /** The way back to both documents */
    Because: {
      scheduleDate: string;
      window: string | null;
      scenario: components['schemas']['Scenario'] | null;
      position: string | null;
      shiftType: string | null;
      /** who holds the position, also where they may not read it */
      person: string | null;
      rule: {
        file: string;
        sheet: string;
        cell: string;
      } | null;
      assignment: {
        source: string;
        report: string | null;
        line: number | null;
        text: string | null;
      } | null;
    };
    Board: {
      /** first schedule date shown */
      from: string;
      /** last schedule date shown; its night reaches into the day after */
      to: string;
      /** IANA */
      timeZone: string;
      /** everybody who stands in a run, by name */
      people: {
        id: string;
        name: string;
        specialty: components['schemas']['Specialty'];
      }[];
      /** every study in the order of the matrix: by hospital, then study */
      rows: components['schemas']['BoardRow'][];
    };
    BoardRow: {
      hospital: string;
      study: string;
      /** as the matrix writes it */
      label: string;
      studyType: components['schemas']['StudyType'];
      /** by time, without overlap */
      runs: components['schemas']['BoardRun'][];
    };
    BoardRun: {
      /** with the offset of the zone: `2026-04-18T01:00:00-04:00` */
      from: string;
      /** the first instant after it */
      to: string;
      /** the evening that the night begins on */
      scheduleDate: string;
      /** `17:00-00:00` */
      window: string;
      /** BODY: a body-only reader re-cuts the positions; null: a flat list */
      scenario: components['schemas']['Scenario'] | null;
      /** column of the matrix; null: the row has no mark */
      position: string | null;
      /** of the roster, by which the position is held */
      shiftType: string | null;
      /** place in `people` of whoever holds the position; with a cause they do not read it */
      person: number | null;
      /** why nobody reads it; null: the person reads it */
      cause: components['schemas']['HoleCause'] | null;
    };
    CalendarDay: {
      /** schedule date */
      date: string;
      /** elapsed hours of the studies that are listed */
      requiredHours: number;
      /** those of them that somebody reads */
      coveredHours: number;
      gaps: number;
      /** what the other hours lack */
      causes: {
        /** elapsed hours */
        NO_RULE: number;
        /** elapsed hours */
        POSITION_EMPTY: number;
        /** elapsed hours */
        SPECIALTY_MISMATCH: number;
      };
    };
    Candidate: {
      person: components['schemas']['RosterPerson'];
      /** with them on, everything that the shift has to read has a reader */
      admitted: boolean;
      /** has no shift in these hours */
      free: boolean;
      /** everything that stands against it; none: admitted, free and rested */
      reasons: components['schemas']['CandidateReason'][];
      /** what they would read, as the matrix writes it */
      reads: string[];
      restHours: {
        /** from their last shift to this one */
        before: number | null;
        /** from this one to their next */
        after: number | null;
      };
      /** shifts of the calendar month, by schedule date */
      shiftsInMonth: number;
      /** those of them on ON1 or ON2 */
      nightsInMonth: number;
    };
    CandidateReason: {
      /** NOT_ADMITTED: may not read what would be theirs; LEAVES_GAPS: others lose their reader; the last three: less than 11 hours of rest */
      code: 'HOLDS_IT_ALREADY' | 'NOT_ADMITTED' | 'LEAVES_GAPS' | 'DOUBLE_BOOKED' | 'JUST_OFF_A_NIGHT' | 'NIGHT_AFTER' | 'SHORT_REST';
      /** a sentence for people */
      text: string;
    };
    Category: 'DAY' | 'MID' | 'ON';
    /** Why nobody reads it */
    Cause: 'NO_RULE' | 'POSITION_EMPTY' | 'SPECIALTY_MISMATCH' | 'NOT_LISTED' | 'NO_WINDOW';
    Change: {
      version: string;
      dryRun: boolean;
      removed: components['schemas']['HeldShift'][];
      added: components['schemas']['HeldShift'][];
      changes: components['schemas']['ReaderChange'][];
      /** hours in which the positions are cut otherwise than before */
      recuts: components['schemas']['Recut'][];
      newlyUncovered: components['schemas']['ReaderChange'][];
      newlyCovered: components['schemas']['ReaderChange'][];
    };
    ChangeOrder: {
      kind: 'assign' | 'unassign' | 'swap';
      /** from 1900-01-01 to 2999-12-31 */
      date: string;
      shiftType: components['schemas']['ShiftType'];
      /** email */
      person: string;
      /** a part of the hours only: its start */
      from?: string | null;
      /** and its end */
      to?: string | null;
      /** swap: the shift given in return (default the one that the person holds on the date) */
      inReturn?: {
        /** from 1900-01-01 to 2999-12-31 */
        date?: string;
        shiftType: components['schemas']['ShiftType'];
      } | null;
      reason: string;
      /** ids that a dry run told as removed: 409 where others would be by now */
      replaces?: string[] | null;
      /** another version than the one in force */
      version?: string | null;
      /** only say what would happen */
      dryRun?: boolean;
    };
    Coverage: {
      from: string;
      to: string;
      shiftInstances: number;
      full: number;
      partial: number;
      uncovered: number;
      mismatched: number;
      percentage: number;
      byPosition: {
        [name: string]: components['schemas']['Staffed'];
      };
      studyHours: components['schemas']['StudyHours'];
      gaps: components['schemas']['Gap'][];
      queryCount: number;
      validation: components['schemas']['Validation'];
    };
    CoverageCalendar: {
      /** `2026-04-18` */
      from: string;
      /** `2026-04-18` */
      to: string;
      /** IANA */
      timeZone: string;
      /** every schedule date from `from` to `to` */
      days: components['schemas']['CalendarDay'][];
    };
    CoverageCounts: {
      from: string;
      to: string;
      shiftInstances: number;
      full: number;
      partial: number;
      uncovered: number;
      mismatched: number;
      percentage: number;
      byPosition: {
        [name: string]: components['schemas']['Staffed'];
      };
      studyHours: components['schemas']['StudyHours'];
      gaps: number;
      queryCount: number;
    };
    Credentials: {
      email: string;
      password: string;
    };
    /** Schedule dates, both included */
    DateSpan: {
      from: string;
      to: string;
    };
    DayType: 'WEEKDAY' | 'WEEKEND';
    Department: {
      id: string;
      code: string;
      name: string;
      location: string | null;
      timeZone: string;
      rolloverHour: string;
      holidays: string[];
      mapping: components['schemas']['MappedAssignment'][];
      amionBaseUrl: string | null;
      hasAmionLogin: boolean;
      amionPullMinutes: number;
    };
    DepartmentSettings: {
      timeZone?: string;
      rolloverHour?: string;
      holidays?: string[];
      mapping?: ({
        assignment: string;
        /** null: known to be no shift, ignore it */
        shiftType: components['schemas']['ShiftType'] | null;
      })[];
      /** null: the default address */
      amionBaseUrl?: string | null;
      /** a credential: written, never shown; null removes it */
      amionLogin?: string | null;
      amionPullMinutes?: number;
    };
    Drift: {
      department: string;
      batchId: string;
      asOf: string;
      versions: components['schemas']['VersionDrift'][];
    };
    Duty: {
      department: string;
      version: string;
      asOf: string | null;
      scheduleDate: string;
      shiftType: components['schemas']['ShiftType'];
      from: string;
      to: string;
      person: components['schemas']['Reader'] | null;
      hospitals: string[];
      reads: string[];
      source: components['schemas']['AssignmentSource'];
      reason: string | null;
    };
    Feed: {
      id: string;
      kind: components['schemas']['FeedKind'];
      title: string;
      department: string;
      createdAt: string;
      createdBy: string;
      createdByEmail: string | null;
      lastUsedAt: string | null;
    };
    FeedKind: 'person' | 'position' | 'hospital';
    Gap: {
      scheduleDate: string;
      hospital: string;
      study: string;
      /** as the matrix writes it */
      label: string;
      from: string;
      to: string;
      /** `17:00-00:00` */
      window: string;
      cause: components['schemas']['Cause'];
      position: string | null;
      person: string | null;
    };
    HandMadeEntry: {
      id: string;
      version: string;
      status: components['schemas']['VersionStatus'];
      date: string;
      shiftType: components['schemas']['ShiftType'];
      person: {
        name: string;
        email: string;
      } | null;
      start: string | null;
      end: string | null;
      source: components['schemas']['AssignmentSource'];
      reason: string | null;
      /** the same for everything that one change brought */
      createdAt: string;
      createdBy: string;
      /** of the person with the email of the user, else the email */
      createdByName: string | null;
      /** who held the shift until then */
      replaced: ({
        /** null: nobody is on */
        person: string | null;
        start: string | null;
        end: string | null;
      })[];
    };
    HeldShift: {
      /** of the roster entry; null: a dry run stores none */
      id: string | null;
      date: string;
      shiftType: components['schemas']['ShiftType'];
      /** null: nobody is on */
      person: string | null;
      start: string | null;
      end: string | null;
    };
    /** Why nobody reads a study that a window lists */
    HoleCause: 'NO_RULE' | 'POSITION_EMPTY' | 'SPECIALTY_MISMATCH';
    Hospital: {
      id: string;
      code: string;
      name: string;
      location: string | null;
      timeZone: string;
    };
    HospitalChange: {
      name?: string;
      location?: string | null;
      timeZone?: string;
      /** true brings back one that is disabled, false disables */
      active?: boolean;
    };
    Import: {
      id: string;
      hospitalId: string;
      state: components['schemas']['ImportState'];
      source: components['schemas']['ImportSource'];
      sourceName: string | null;
      sourceAsOf: string | null;
      version: string | null;
      /** the background job that it belongs to */
      jobId: string | null;
      from: string;
      to: string;
      scrapedAt: string;
      completedAt: string | null;
      rowCount: number;
      checksum: string | null;
      errorMessage: string | null;
      accounting: components['schemas']['Accounting'] | null;
      createdAt: string;
      createdBy: string;
      createdByEmail: string | null;
    };
    ImportSource: 'MATRIX' | 'LIST' | 'ROSTER';
    ImportState: 'PENDING' | 'COMPLETE' | 'FAILED';
    ImportedFile: {
      fileName: string;
      checksum: string;
      kept: boolean;
    };
    Job: {
      id: string;
      /** one of JobType; of an older release perhaps another */
      type: string;
      status: components['schemas']['JobStatus'];
      /** what it was asked for */
      payload: unknown;
      result: components['schemas']['JobResult'];
      /** why it failed */
      error: components['schemas']['JobError'] | null;
      progress: components['schemas']['JobProgress'] | null;
      retryCount: number;
      maxRetries: number;
      attempt: number;
      hospitalId: string | null;
      requestedBy: string | null;
      worker: string | null;
      runAfter: string;
      createdAt: string;
      startedAt: string | null;
      completedAt: string | null;
    };
    /** A code for programs, a text for people; cancelled is `CANCELLED` */
    JobError: {
      code: string;
      message: string | null;
    };
    /** `total` is 0 where it is not known */
    JobProgress: {
      phase: string;
      step: string;
      done: number;
      total: number;
      /** how far it is, in words */
      message: string;
    };
    /** What came of it. Which of these there are depends on the type; null while nothing has. */
    JobResult: {
      batchId?: string;
      /** of an import */
      versionId?: string | null;
      state?: components['schemas']['ImportState'];
      accounting?: components['schemas']['Accounting'];
      validation?: components['schemas']['Validation'];
      /** of a workflow */
      version?: {
        [name: string]: unknown;
      } | null;
      phases?: {
        [name: string]: unknown;
      }[];
      coverage?: components['schemas']['CoverageCounts'] | null;
      refusal?: string | null;
      /** of a pull */
      batch?: {
        [name: string]: unknown;
      };
      /** of a pull: versions from which it differs */
      drifted?: number;
      [name: string]: unknown;
    };
    JobStatus: 'PENDING' | 'PROCESSING' | 'COMPLETE' | 'FAILED' | 'RETRY';
    JobType: 'ODS_IMPORT' | 'AMION_IMPORT' | 'COVERAGE' | 'WORKFLOW' | 'AMION_PULL' | 'CLEAN_UP';
    JudgedImport: {
      id: string;
      hospitalId: string;
      state: components['schemas']['ImportState'];
      source: components['schemas']['ImportSource'];
      sourceName: string | null;
      sourceAsOf: string | null;
      version: string | null;
      /** the background job that it belongs to */
      jobId: string | null;
      from: string;
      to: string;
      scrapedAt: string;
      completedAt: string | null;
      rowCount: number;
      checksum: string | null;
      errorMessage: string | null;
      accounting: components['schemas']['Accounting'] | null;
      createdAt: string;
      createdBy: string;
      createdByEmail: string | null;
      validation: components['schemas']['Validation'] | null;
    };
    /** null: known to be no shift */
    MappedAssignment: {
      assignment: string;
      shiftType: components['schemas']['ShiftType'] | null;
    };
    NewDepartment: {
      timeZone?: string;
      rolloverHour?: string;
      holidays?: string[];
      mapping?: ({
        assignment: string;
        /** null: known to be no shift, ignore it */
        shiftType: components['schemas']['ShiftType'] | null;
      })[];
      /** null: the default address */
      amionBaseUrl?: string | null;
      /** a credential: written, never shown; null removes it */
      amionLogin?: string | null;
      amionPullMinutes?: number;
      /** of a hospital */
      code: string;
    };
    NewFeed: {
      kind: components['schemas']['FeedKind'];
      /** default the own */
      department?: string;
      /** email, position (`ON1`, `ON Body`), or code; default: oneself */
      of?: string;
    };
    NewHospital: {
      /** the word in the matrix; it stands in addresses, and can hold no slash */
      code: string;
      name: string;
      location?: string | null;
      timeZone?: string;
    };
    NewPerson: {
      name: string;
      email: string;
      specialty: components['schemas']['Specialty'];
      aliases?: string[];
      amionId?: string | null;
      phone?: string | null;
      pager?: string | null;
      /** whose member; for an ADMIN */
      department?: string;
    };
    NewToken: {
      name: string;
      scopes: components['schemas']['Scope'][];
      days?: number;
    };
    NewUser: {
      email: string;
      role?: components['schemas']['Role'];
      /** code of the own department or hospital */
      department?: string | null;
      /** null: signs in otherwise */
      password?: string | null;
    };
    NewVersion: {
      department: string;
      /** from 1900-01-01 to 2999-12-31 */
      from: string;
      /** at most 732 dates from `from` on */
      to: string;
    };
    OpenShift: {
      version: string;
      /** `2026-04-18` */
      scheduleDate: string;
      shiftType: components['schemas']['ShiftType'];
      /** with the offset of the zone: `2026-04-18T01:00:00-04:00` */
      from: string;
      /** with the offset of the zone: `2026-04-18T01:00:00-04:00` */
      to: string;
    };
    Person: {
      id: string;
      name: string;
      email: string;
      specialty: components['schemas']['Specialty'];
      active: boolean;
      aliases: string[];
      amionId: string | null;
      phone: string | null;
      pager: string | null;
    };
    PersonChange: {
      name?: string;
      email?: string;
      specialty?: components['schemas']['Specialty'];
      aliases?: string[];
      amionId?: string | null;
      phone?: string | null;
      pager?: string | null;
      active?: boolean;
    };
    Position: 'DAY' | 'MidC' | 'MidL' | 'Mid3' | 'ON1' | 'ON2' | 'Mid Body' | 'Mid Neuro' | 'ON Body' | 'ON Neuro';
    Problem: {
      /** about:blank: the title says no more than the status */
      type: string;
      title: string;
      status: number;
      /** What is wrong and what to do */
      detail: string;
      code: 'NOT_FOUND' | 'BAD_REQUEST' | 'CONFLICT' | 'REFUSED' | 'OUTDATED' | 'NO_SCHEDULE' | 'UNAUTHENTICATED' | 'FORBIDDEN' | 'TOO_MANY_REQUESTS' | 'UNAVAILABLE' | 'METHOD_NOT_ALLOWED' | 'NOT_ACCEPTABLE' | 'REQUEST_TIMEOUT' | 'PAYLOAD_TOO_LARGE' | 'URI_TOO_LONG' | 'UNSUPPORTED_MEDIA_TYPE' | 'HEADERS_TOO_LARGE' | 'INTERNAL';
      requestId: string;
      /** Everything found, where there is one */
      validation?: components['schemas']['Validation'];
      /** What is wrong with the request itself, one entry a field */
      faults?: {
        path: string;
        message: string;
      }[];
      /** Where nobody is signed in: how somebody can */
      signInMethods?: ('password' | 'provider')[];
    };
    /** Schedule dates, both included, for which a version is in force */
    ProductionPeriod: {
      version: string;
      /** `2026-04-18` */
      from: string;
      /** `2026-04-18` */
      to: string;
    };
    Promotion: {
      version: components['schemas']['Version'];
      /** versions that keep the dates that remain to them */
      trimmed: string[];
      /** versions to which no date remains */
      archived: string[];
      /** keys of the errors */
      overridden: string[];
    };
    PromotionOrder: {
      overrideReason?: string | null;
    };
    Reader: {
      name: string;
      email: string;
      phone: string | null;
      pager: string | null;
    };
    ReaderChange: {
      scheduleDate: string;
      hospital: string;
      study: string;
      label: string;
      from: string;
      to: string;
      before: components['schemas']['ReaderState'];
      after: components['schemas']['ReaderState'];
      kind: 'changed' | 'uncovered' | 'covered' | 'cause';
    };
    /** Both null: the study is not listed then */
    ReaderState: {
      name: string | null;
      cause: components['schemas']['Cause'] | null;
    };
    Recut: {
      /** `2026-04-18` */
      scheduleDate: string;
      category: components['schemas']['Category'];
      /** with the offset of the zone: `2026-04-18T01:00:00-04:00` */
      from: string;
      /** with the offset of the zone: `2026-04-18T01:00:00-04:00` */
      to: string;
      before: components['schemas']['Scenario'];
      after: components['schemas']['Scenario'];
    };
    RegistryImport: {
      added: number;
      updated: number;
      unchanged: number;
      validation: components['schemas']['Validation'];
    };
    ReportLines: {
      file: string;
      /** every report of the import */
      files: string[];
      /** what is counted: lines of a report, rows of a page’s table */
      unit: 'line' | 'row';
      /** the one asked for */
      line: number;
      /** how many there are */
      total: number;
      lines: {
        line: number;
        text: string;
        truncated: boolean;
      }[];
    };
    Role: 'ADMIN' | 'SCHEDULER' | 'VIEWER' | 'USER';
    Roster: {
      department: string;
      /** IANA */
      timeZone: string;
      /** `2026-04-18` */
      from: string;
      /** `2026-04-18` */
      to: string;
      /** that the answer is made of, by date */
      versions: ({
        version: string;
        /** first of the dates asked for that it answers */
        from: string;
        /** `2026-04-18` */
        to: string;
        /** of which its roster is; null: none was imported */
        asOf: string | null;
      })[];
      days: ({
        /** `2026-04-18` */
        date: string;
        /** holidays are WEEKEND */
        dayType: 'WEEKDAY' | 'WEEKEND';
        /** null: no schedule is in force */
        version: string | null;
      })[];
      /** rows of the roster by time: whole shifts, parts, vacancies */
      duties: components['schemas']['RosterDuty'][];
      /** shifts that the schedule asks for and of which the roster says nothing */
      open: components['schemas']['OpenShift'][];
    };
    RosterCheck: {
      reports: ({
        file: string;
        kind: '619' | '706' | '625c' | '619tabs' | '625tabs' | '625ctabs' | 'month-grid' | 'whos-on';
        asOf: string | null;
        from: string | null;
        to: string | null;
      })[];
      assignments: ({
        line: number;
        /** null: `---`, nobody */
        name: string | null;
        staffId: string | null;
        assignment: string;
        assignmentId: string | null;
        date: string;
        /** `17:00` */
        start: string;
        /** `17:00` */
        end: string;
      })[];
      accounting: components['schemas']['Accounting'];
      validation: components['schemas']['Validation'];
    };
    RosterDifference: {
      date: string;
      shiftType: components['schemas']['ShiftType'];
      kind: 'new' | 'gone' | 'swapped' | 'hours' | 'unknown';
      before: string[];
      after: string[];
    };
    RosterDuty: {
      /** of the roster entry */
      id: string;
      version: string;
      /** `2026-04-18` */
      scheduleDate: string;
      shiftType: components['schemas']['ShiftType'];
      /** with the offset of the zone: `2026-04-18T01:00:00-04:00` */
      from: string;
      /** with the offset of the zone: `2026-04-18T01:00:00-04:00` */
      to: string;
      /** hours as the roster gives them, `22:00`; null: it gives none */
      start: string | null;
      end: string | null;
      /** null: the roster says that nobody is on */
      person: components['schemas']['RosterPerson'] | null;
      /** that the shift reads for */
      hospitals: string[];
      /** what the person reads there, as the matrix writes it */
      reads: string[];
      /** MANUAL, OVERRIDE: entered by hand */
      source: components['schemas']['AssignmentSource'];
      /** why it was entered by hand */
      reason: string | null;
      /** file of the roster */
      report: string | null;
      line: number | null;
    };
    RosterPerson: {
      id: string;
      name: string;
      email: string;
      specialty: components['schemas']['Specialty'];
      phone: string | null;
      pager: string | null;
    };
    Rule: {
      id: string;
      sheet: string;
      cell: string;
      category: components['schemas']['Category'];
      dayType: components['schemas']['DayType'] | null;
      scenario: components['schemas']['Scenario'] | null;
      start: string;
      end: string;
      hospital: string;
      study: string;
      label: string;
      studyType: components['schemas']['StudyType'];
      position: components['schemas']['Position'] | null;
    };
    Scenario: 'NEURO' | 'BODY';
    Scope: 'ask' | 'read' | 'schedule' | 'administer';
    Session: {
      user: {
        id: string;
        email: string;
        role: components['schemas']['Role'];
        /** own department or hospital */
        hospitalId: string | null;
      };
      /** of the person with the same email, else the email */
      name: string;
      /** of the person with the same email */
      personId: string | null;
      /** what the role, and the scopes of a token, allow */
      permissions: ('ask' | 'own' | 'read' | 'schedule' | 'administer')[];
      /** those that the user may ask who reads what, by code */
      departments: {
        code: string;
        name: string;
        /** IANA */
        timeZone: string;
        /** a version is in force there, on whatever dates */
        hasSchedule: boolean;
      }[];
    };
    Severity: 'ERROR' | 'WARNING' | 'INFO';
    Shift: {
      id: string;
      date: string;
      shiftType: components['schemas']['ShiftType'];
      start: string;
      end: string;
      hospital: string;
      studyType: components['schemas']['StudyType'];
      specialty: components['schemas']['Specialty'];
      desired: number;
      mandatory: boolean;
      sheet: string | null;
      row: number | null;
      assigned: components['schemas']['AssignedPerson'][];
    };
    ShiftCandidates: {
      department: string;
      /** IANA */
      timeZone: string;
      version: string;
      /** schedule date */
      date: string;
      shiftType: components['schemas']['ShiftType'];
      /** when the shift, or the part of it, begins */
      from: string;
      /** with the offset of the zone: `2026-04-18T01:00:00-04:00` */
      to: string;
      /** every active member of the department, the best first */
      candidates: components['schemas']['Candidate'][];
    };
    ShiftDifference: {
      date: string;
      shiftType: components['schemas']['ShiftType'];
      removed: string[];
      added: string[];
    };
    ShiftType: 'DAY' | 'MidC' | 'MidL' | 'Mid3' | 'ON1' | 'ON2';
    Specialty: 'BODY_ONLY' | 'NEURO_ONLY' | 'BOTH';
    Staffed: {
      desired: number;
      assigned: number;
    };
    StandingCoverage: {
      from: string;
      to: string;
      shiftInstances: number;
      full: number;
      partial: number;
      uncovered: number;
      mismatched: number;
      percentage: number;
      byPosition: {
        [name: string]: components['schemas']['Staffed'];
      };
      studyHours: components['schemas']['StudyHours'];
      gaps: components['schemas']['Gap'][];
      queryCount: number;
      validation: components['schemas']['Validation'];
      stored: components['schemas']['StoredCoverage'] | null;
    };
    StoredCoverage: {
      calculatedAt: string;
      from: string;
      to: string;
      /** the coverage as it was presented then */
      summary: unknown;
    };
    StudyHours: {
      required: number;
      covered: number;
    };
    StudyType: 'GENERAL' | 'BODY' | 'NEURO';
    TakeBackOrder: {
      /** any roster entry that the change brought */
      entry: string;
      reason: string;
      /** only say what would happen */
      dryRun?: boolean;
    };
    Token: {
      id: string;
      name: string;
      scopes: components['schemas']['Scope'][];
      createdAt: string;
      expiresAt: string;
      lastUsedAt: string | null;
    };
    Tonight: {
      department: {
        code: string;
        name: string;
        timeZone: string;
      };
      now: string;
      /** null: no schedule is in force */
      who: components['schemas']['WhoAnswers'] | null;
      duties: components['schemas']['Duty'][];
    };
    UploadCheck: {
      /** told by the content */
      kind: 'workbook' | 'roster';
      files: string[];
      /** a matrix or flat list */
      workbook: components['schemas']['WorkbookCheck'] | null;
      /** reports and pages of Amion */
      roster: components['schemas']['RosterCheck'] | null;
      /** only the first 5,000 rules, shifts or assignments are shown */
      truncated: boolean;
    };
    User: {
      id: string;
      email: string;
      role: components['schemas']['Role'];
      hospitalId: string | null;
      /** code of the own department or hospital */
      department: string | null;
      active: boolean;
      lastLoginAt: string | null;
    };
    UserChange: {
      role?: components['schemas']['Role'];
      department?: string | null;
      active?: boolean;
    };
    Validation: {
      canImport: boolean;
      canPromote: boolean;
      messages: components['schemas']['ValidationMessage'][];
    };
    ValidationMessage: {
      severity: components['schemas']['Severity'];
      code: string;
      /** What is wrong and what to do */
      text: string;
      /** The place, the values, and the key to accept it by */
      context: {
        key: string;
        [name: string]: unknown;
      };
    };
    Version: {
      id: string;
      status: components['schemas']['VersionStatus'];
      department: string;
      from: string;
      to: string;
      createdAt: string;
      updatedAt: string;
    };
    VersionDiff: {
      before: string;
      after: string;
      timeZone: string;
      from: string;
      to: string;
      shifts: components['schemas']['ShiftDifference'][];
      assignments: components['schemas']['RosterDifference'][];
      coverage: components['schemas']['ReaderChange'][];
    };
    VersionDrift: {
      version: string;
      from: string;
      to: string;
      differences: components['schemas']['RosterDifference'][];
      messages: components['schemas']['ValidationMessage'][];
      coverage: components['schemas']['ReaderChange'][];
    };
    VersionStatus: 'STAGING' | 'PRODUCTION' | 'ARCHIVED';
    VersionView: {
      version: components['schemas']['Version'];
      inForce: components['schemas']['DateSpan'][];
      coverage: components['schemas']['CoverageCounts'];
      validation: components['schemas']['Validation'];
    };
    Wall: {
      id: string;
      department: string;
      createdAt: string;
      createdBy: string;
      createdByEmail: string | null;
      lastUsedAt: string | null;
    };
    WhoAnswer: {
      at: string;
      hospital: string;
      study: string;
      label: string;
      studyType: components['schemas']['StudyType'];
      reader: components['schemas']['Reader'] | null;
      cause: components['schemas']['Cause'] | null;
      because: components['schemas']['Because'];
      /** when this answer changes */
      until: string | null;
      next: components['schemas']['ReaderState'] | null;
    };
    WhoAnswers: {
      department: string;
      timeZone: string;
      version: string;
      asOf: string | null;
      answers: components['schemas']['WhoAnswer'][];
    };
    WorkbookCheck: {
      layout: 'matrix' | 'list';
      /** of a matrix: those that could be read */
      sheets: ({
        name: string;
        category: components['schemas']['Category'];
        /** null: every day */
        dayType: components['schemas']['DayType'] | null;
        /** null: both */
        scenario: components['schemas']['Scenario'] | null;
        /** `17:00` */
        start: string;
        /** `17:00` */
        end: string;
        positions: string[];
        /** rows that list a study */
        studies: number;
        marks: number;
      })[];
      /** of a matrix: its marked cells */
      rules: ({
        sheet: string;
        /** `B3` */
        cell: string;
        hospital: string;
        study: string;
        label: string;
        studyType: components['schemas']['StudyType'];
        position: string | null;
      })[];
      /** of a flat list: its rows */
      shifts: {
        sheet: string;
        row: number;
        date: string;
        shiftType: components['schemas']['ShiftType'];
        /** `17:00` */
        start: string;
        /** `17:00` */
        end: string;
        hospital: string;
        studyType: components['schemas']['StudyType'];
        specialty: components['schemas']['Specialty'];
        coverage: number;
        mandatory: boolean;
      }[];
      accounting: components['schemas']['Accounting'];
      validation: components['schemas']['Validation'];
    };
    WorkbookPicture: {
      file: string;
      sheets: components['schemas']['WorkbookSheet'][];
      /** sheets, or the rest of the last one, are left out */
      truncated: boolean;
      /** why the rest could not be read */
      fault: components['schemas']['ValidationMessage'] | null;
    };
    WorkbookSheet: {
      name: string;
      hidden: boolean;
      /** rows and cells that are not blank */
      rows: {
        /** from 1 */
        row: number;
        cells: {
          /** `B` */
          column: string;
          /** as shown */
          text: string;
        }[];
      }[];
      /** up to the last that is not blank */
      columns: number;
      /** rows, columns or the end of a long text are left out */
      truncated: boolean;
    };
  };
}
