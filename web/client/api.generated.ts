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
            database: {
              ok: boolean;
              ms: number;
            };
            queue: {
              ok: boolean;
              ms: number;
            };
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
            tokens: ({
              id: string;
              name: string;
              scopes: ('ask' | 'read' | 'schedule' | 'administer')[];
              createdAt: string;
              expiresAt: string;
              lastUsedAt: string | null;
            })[];
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
        'application/json': {
          name: string;
          scopes: ('ask' | 'read' | 'schedule' | 'administer')[];
          days?: number;
        };
      } };
      responses: {
        201: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            token: {
              id: string;
              name: string;
              scopes: ('ask' | 'read' | 'schedule' | 'administer')[];
              createdAt: string;
              expiresAt: string;
              lastUsedAt: string | null;
            };
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
          role?: 'ADMIN' | 'SCHEDULER' | 'VIEWER' | 'USER';
          active?: string;
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
            users: ({
              id: string;
              email: string;
              role: 'ADMIN' | 'SCHEDULER' | 'VIEWER' | 'USER';
              hospitalId: string | null;
              active: boolean;
              lastLoginAt: string | null;
            })[];
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
        'application/json': {
          email: string;
          role?: 'ADMIN' | 'SCHEDULER' | 'VIEWER' | 'USER';
          /** code of the own department or hospital */
          department?: string | null;
          /** null: signs in otherwise */
          password?: string | null;
        };
      } };
      responses: {
        201: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            user: {
              id: string;
              email: string;
              role: 'ADMIN' | 'SCHEDULER' | 'VIEWER' | 'USER';
              hospitalId: string | null;
              active: boolean;
              lastLoginAt: string | null;
            };
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
            user: {
              id: string;
              email: string;
              role: 'ADMIN' | 'SCHEDULER' | 'VIEWER' | 'USER';
              hospitalId: string | null;
              active: boolean;
              lastLoginAt: string | null;
            };
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
        'application/json': {
          role?: 'ADMIN' | 'SCHEDULER' | 'VIEWER' | 'USER';
          department?: string | null;
          active?: boolean;
        };
      } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            user: {
              id: string;
              email: string;
              role: 'ADMIN' | 'SCHEDULER' | 'VIEWER' | 'USER';
              hospitalId: string | null;
              active: boolean;
              lastLoginAt: string | null;
            };
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
          'application/json': {
            user: {
              id: string;
              email: string;
              role: 'ADMIN' | 'SCHEDULER' | 'VIEWER' | 'USER';
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
        'application/json': {
          email: string;
          password: string;
        };
      } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            user: {
              id: string;
              email: string;
              role: 'ADMIN' | 'SCHEDULER' | 'VIEWER' | 'USER';
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
          everywhere?: string;
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
            entries: ({
              id: string;
              at: string;
              userId: string;
              userEmail: string | null;
              action: string;
              resource: string;
              hospitalId: string | null;
              ipAddress: string | null;
              oldValues: unknown;
              newValues: unknown;
            })[];
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
          status?: 'STAGING' | 'PRODUCTION' | 'ARCHIVED';
          from?: string;
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
            versions: ({
              id: string;
              status: 'STAGING' | 'PRODUCTION' | 'ARCHIVED';
              department: string;
              from: string;
              to: string;
              createdAt: string;
              updatedAt: string;
            })[];
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
        'application/json': {
          department: string;
          from: string;
          to: string;
        };
      } };
      responses: {
        201: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            version: {
              id: string;
              status: 'STAGING' | 'PRODUCTION' | 'ARCHIVED';
              department: string;
              from: string;
              to: string;
              createdAt: string;
              updatedAt: string;
            };
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
          'application/json': {
            version: {
              id: string;
              status: 'STAGING' | 'PRODUCTION' | 'ARCHIVED';
              department: string;
              from: string;
              to: string;
              createdAt: string;
              updatedAt: string;
            };
            inForce: {
              from: string;
              to: string;
            }[];
            coverage: {
              from: string;
              to: string;
              shiftInstances: number;
              full: number;
              partial: number;
              uncovered: number;
              mismatched: number;
              percentage: number;
              byPosition: Record<string, {
                desired: number;
                assigned: number;
              }>;
              studyHours: {
                required: number;
                covered: number;
              };
              gaps: number;
              queryCount: number;
            };
            validation: {
              canImport: boolean;
              canPromote: boolean;
              messages: ({
                severity: 'ERROR' | 'WARNING' | 'INFO';
                code: string;
                text: string;
                context: {
                  key: string;
                };
              })[];
            };
          };
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
  '/api/versions/{id}/promote': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    /** Put a STAGING version in force for its dates */
    post: {
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
          overrideReason?: string | null;
        } | null;
      } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            version: {
              id: string;
              status: 'STAGING' | 'PRODUCTION' | 'ARCHIVED';
              department: string;
              from: string;
              to: string;
              createdAt: string;
              updatedAt: string;
            };
            trimmed: string[];
            archived: string[];
            overridden: string[];
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
  '/api/versions/{id}/archive': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    /** Take a version out of force */
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
            version: {
              id: string;
              status: 'STAGING' | 'PRODUCTION' | 'ARCHIVED';
              department: string;
              from: string;
              to: string;
              createdAt: string;
              updatedAt: string;
            };
            withoutSchedule: {
              from: string;
              to: string;
            }[];
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
            version: {
              id: string;
              status: 'STAGING' | 'PRODUCTION' | 'ARCHIVED';
              department: string;
              from: string;
              to: string;
              createdAt: string;
              updatedAt: string;
            };
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
          'application/json': {
            before: string;
            after: string;
            timeZone: string;
            from: string;
            to: string;
            shifts: {
              date: string;
              shiftType: string;
              removed: string[];
              added: string[];
            }[];
            assignments: ({
              date: string;
              shiftType: string;
              kind: 'new' | 'gone' | 'swapped' | 'hours';
              before: string[];
              after: string[];
            })[];
            coverage: ({
              scheduleDate: string;
              hospital: string;
              study: string;
              label: string;
              from: string;
              to: string;
              before: {
                name: string | null;
                cause: string | null;
              };
              after: {
                name: string | null;
                cause: string | null;
              };
              kind: 'changed' | 'uncovered' | 'covered' | 'cause';
            })[];
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
  '/api/versions/{id}/shifts': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Required shifts with whoever is assigned, by date */
    get: {
      parameters: {
        query?: {
          from?: string;
          to?: string;
          shiftType?: 'DAY' | 'MidC' | 'MidL' | 'Mid3' | 'ON1' | 'ON2';
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
            shifts: ({
              id: string;
              date: string;
              shiftType: string;
              start: string;
              end: string;
              hospital: string;
              studyType: string;
              specialty: string;
              desired: number;
              mandatory: boolean;
              sheet: string | null;
              row: number | null;
              assigned: {
                name: string;
                email: string;
                source: string;
              }[];
            })[];
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
            rules: ({
              id: string;
              sheet: string;
              cell: string;
              category: string;
              dayType: string | null;
              scenario: string | null;
              start: string;
              end: string;
              hospital: string;
              study: string;
              label: string;
              studyType: string;
              position: string | null;
            })[];
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
    /** Who did what to the version, the newest first */
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
            entries: ({
              id: string;
              at: string;
              userId: string;
              userEmail: string | null;
              action: string;
              resource: string;
              hospitalId: string | null;
              ipAddress: string | null;
              oldValues: unknown;
              newValues: unknown;
            })[];
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
  '/api/departments/{code}/accepted-warnings': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** What the department accepts at present */
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
            acceptedWarnings: {
              key: string;
              code: string;
              reason: string;
              acceptedAt: string;
              acceptedBy: string;
            }[];
            nextCursor: null;
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
        'application/json': {
          /** whose warnings; needed for all */
          version?: string;
          keys?: string[];
          /** the key of the message, as it stands in its context */
          key?: string;
          /** every open warning of the version */
          all?: boolean;
          reason: string;
        };
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
      requestBody: { content: {
        'application/json': {
          /** the key of the message, as it stands in its context */
          key: string;
        } | null;
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
  '/api/departments/{code}/changes': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** What was entered by hand and stands, the newest first */
    get: {
      parameters: {
        query?: {
          version?: string;
          from?: string;
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
            changes: ({
              id: string;
              version: string;
              status: string;
              date: string;
              shiftType: string;
              person: {
                name: string;
                email: string;
              } | null;
              start: string | null;
              end: string | null;
              source: string;
              reason: string | null;
              createdAt: string;
              createdBy: string;
            })[];
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
        'application/json': {
          kind: 'assign' | 'unassign' | 'swap';
          date: string;
          shiftType: 'DAY' | 'MidC' | 'MidL' | 'Mid3' | 'ON1' | 'ON2';
          /** email */
          person: string;
          /** a part of the hours only: its start */
          from?: string | null;
          /** and its end */
          to?: string | null;
          /** swap: the shift given in return (default the one that the person holds on the date) */
          inReturn?: {
            date?: string;
            shiftType: 'DAY' | 'MidC' | 'MidL' | 'Mid3' | 'ON1' | 'ON2';
          } | null;
          reason: string;
          /** another version than the one in force */
          version?: string | null;
          /** only say what would happen */
          dryRun?: boolean;
        };
      } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            version: string;
            dryRun: boolean;
            removed: ({
              date: string;
              shiftType: string;
              person: string | null;
              start: string | null;
              end: string | null;
            })[];
            added: ({
              date: string;
              shiftType: string;
              person: string | null;
              start: string | null;
              end: string | null;
            })[];
            changes: ({
              scheduleDate: string;
              hospital: string;
              study: string;
              label: string;
              from: string;
              to: string;
              before: {
                name: string | null;
                cause: string | null;
              };
              after: {
                name: string | null;
                cause: string | null;
              };
              kind: 'changed' | 'uncovered' | 'covered' | 'cause';
            })[];
            newlyUncovered: ({
              scheduleDate: string;
              hospital: string;
              study: string;
              label: string;
              from: string;
              to: string;
              before: {
                name: string | null;
                cause: string | null;
              };
              after: {
                name: string | null;
                cause: string | null;
              };
              kind: 'changed' | 'uncovered' | 'covered' | 'cause';
            })[];
            newlyCovered: ({
              scheduleDate: string;
              hospital: string;
              study: string;
              label: string;
              from: string;
              to: string;
              before: {
                name: string | null;
                cause: string | null;
              };
              after: {
                name: string | null;
                cause: string | null;
              };
              kind: 'changed' | 'uncovered' | 'covered' | 'cause';
            })[];
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
          from?: string;
          to?: string;
          /** how to read it, where its content does not say */
          layout?: 'matrix' | 'list';
          createHospitals?: string;
          allowPartial?: string;
          file: string;
        };
      } };
      responses: {
        202: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            job: {
              id: string;
              type: string;
              status: 'PENDING' | 'PROCESSING' | 'COMPLETE' | 'FAILED' | 'RETRY';
              payload: unknown;
              result: unknown;
              error: {
                code: string;
                message: string | null;
              } | null;
              progress: {
                phase: string;
                step: string;
                done: number;
                total: number;
              } | null;
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
          allowPartial?: boolean | string;
          file?: string[];
        };
        'multipart/form-data': {
          department: string;
          /** a STAGING version; without it, the roster is only pulled */
          version?: string;
          /** of a pull: the present month and those after it */
          months?: number;
          allowPartial?: boolean | string;
          file?: string[];
        };
      } };
      responses: {
        202: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            job: {
              id: string;
              type: string;
              status: 'PENDING' | 'PROCESSING' | 'COMPLETE' | 'FAILED' | 'RETRY';
              payload: unknown;
              result: unknown;
              error: {
                code: string;
                message: string | null;
              } | null;
              progress: {
                phase: string;
                step: string;
                done: number;
                total: number;
              } | null;
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
          from: string;
          to: string;
          timeZone?: string;
          /** dates with commas between: they count as Weekend */
          holidays?: string;
          createHospitals?: string;
          allowPartial?: string;
          matrix: string;
          /** without reports the roster comes from Amion */
          amion?: string[];
          people?: string;
          hospitals?: string;
        };
      } };
      responses: {
        202: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            job: {
              id: string;
              type: string;
              status: 'PENDING' | 'PROCESSING' | 'COMPLETE' | 'FAILED' | 'RETRY';
              payload: unknown;
              result: unknown;
              error: {
                code: string;
                message: string | null;
              } | null;
              progress: {
                phase: string;
                step: string;
                done: number;
                total: number;
              } | null;
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
  '/api/imports': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Imports, the newest first */
    get: {
      parameters: {
        query?: {
          department?: string;
          version?: string;
          state?: 'PENDING' | 'COMPLETE' | 'FAILED';
          source?: 'MATRIX' | 'LIST' | 'ROSTER';
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
            imports: ({
              id: string;
              hospitalId: string;
              state: 'PENDING' | 'COMPLETE' | 'FAILED';
              source: 'MATRIX' | 'LIST' | 'ROSTER';
              sourceName: string | null;
              sourceAsOf: string | null;
              version: string | null;
              from: string;
              to: string;
              scrapedAt: string;
              completedAt: string | null;
              rowCount: number;
              checksum: string | null;
              errorMessage: string | null;
              accounting: {
                read: number;
                accepted: number;
                rejected: number;
                ignored: number;
                stored: number;
              } | null;
              createdAt: string;
              createdBy: string;
            })[];
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
            import: {
              id: string;
              hospitalId: string;
              state: 'PENDING' | 'COMPLETE' | 'FAILED';
              source: 'MATRIX' | 'LIST' | 'ROSTER';
              sourceName: string | null;
              sourceAsOf: string | null;
              version: string | null;
              from: string;
              to: string;
              scrapedAt: string;
              completedAt: string | null;
              rowCount: number;
              checksum: string | null;
              errorMessage: string | null;
              accounting: {
                read: number;
                accepted: number;
                rejected: number;
                ignored: number;
                stored: number;
              } | null;
              createdAt: string;
              createdBy: string;
              validation: {
                canImport: boolean;
                canPromote: boolean;
                messages: ({
                  severity: 'ERROR' | 'WARNING' | 'INFO';
                  code: string;
                  text: string;
                  context: {
                    key: string;
                  };
                })[];
              } | null;
            };
            files: {
              fileName: string;
              checksum: string;
              kept: boolean;
            }[];
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
          'application/json': {
            department: string;
            batchId: string;
            asOf: string;
            versions: ({
              version: string;
              from: string;
              to: string;
              differences: ({
                date: string;
                shiftType: string;
                kind: 'new' | 'gone' | 'swapped' | 'hours';
                before: string[];
                after: string[];
              })[];
              messages: ({
                severity: 'ERROR' | 'WARNING' | 'INFO';
                code: string;
                text: string;
                context: {
                  key: string;
                };
              })[];
              coverage: ({
                scheduleDate: string;
                hospital: string;
                study: string;
                label: string;
                from: string;
                to: string;
                before: {
                  name: string | null;
                  cause: string | null;
                };
                after: {
                  name: string | null;
                  cause: string | null;
                };
                kind: 'changed' | 'uncovered' | 'covered' | 'cause';
              })[];
            })[];
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
          'application/json': {
            department: string;
            batchId: string;
            asOf: string;
            versions: ({
              version: string;
              from: string;
              to: string;
              differences: ({
                date: string;
                shiftType: string;
                kind: 'new' | 'gone' | 'swapped' | 'hours';
                before: string[];
                after: string[];
              })[];
              messages: ({
                severity: 'ERROR' | 'WARNING' | 'INFO';
                code: string;
                text: string;
                context: {
                  key: string;
                };
              })[];
              coverage: ({
                scheduleDate: string;
                hospital: string;
                study: string;
                label: string;
                from: string;
                to: string;
                before: {
                  name: string | null;
                  cause: string | null;
                };
                after: {
                  name: string | null;
                  cause: string | null;
                };
                kind: 'changed' | 'uncovered' | 'covered' | 'cause';
              })[];
            })[];
            copies: {
              of: string;
              id: string;
            }[];
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
  '/api/jobs': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Jobs, the newest first */
    get: {
      parameters: {
        query?: {
          department?: string;
          status?: 'PENDING' | 'PROCESSING' | 'COMPLETE' | 'FAILED' | 'RETRY';
          type?: 'ODS_IMPORT' | 'AMION_IMPORT' | 'COVERAGE' | 'WORKFLOW' | 'AMION_PULL' | 'CLEAN_UP';
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
            jobs: ({
              id: string;
              type: string;
              status: 'PENDING' | 'PROCESSING' | 'COMPLETE' | 'FAILED' | 'RETRY';
              payload: unknown;
              result: unknown;
              error: {
                code: string;
                message: string | null;
              } | null;
              progress: {
                phase: string;
                step: string;
                done: number;
                total: number;
              } | null;
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
            })[];
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
            job: {
              id: string;
              type: string;
              status: 'PENDING' | 'PROCESSING' | 'COMPLETE' | 'FAILED' | 'RETRY';
              payload: unknown;
              result: unknown;
              error: {
                code: string;
                message: string | null;
              } | null;
              progress: {
                phase: string;
                step: string;
                done: number;
                total: number;
              } | null;
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
            job: {
              id: string;
              type: string;
              status: 'PENDING' | 'PROCESSING' | 'COMPLETE' | 'FAILED' | 'RETRY';
              payload: unknown;
              result: unknown;
              error: {
                code: string;
                message: string | null;
              } | null;
              progress: {
                phase: string;
                step: string;
                done: number;
                total: number;
              } | null;
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
            job: {
              id: string;
              type: string;
              status: 'PENDING' | 'PROCESSING' | 'COMPLETE' | 'FAILED' | 'RETRY';
              payload: unknown;
              result: unknown;
              error: {
                code: string;
                message: string | null;
              } | null;
              progress: {
                phase: string;
                step: string;
                done: number;
                total: number;
              } | null;
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
          from?: string;
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
          'application/json': {
            from: string;
            to: string;
            shiftInstances: number;
            full: number;
            partial: number;
            uncovered: number;
            mismatched: number;
            percentage: number;
            byPosition: Record<string, {
              desired: number;
              assigned: number;
            }>;
            studyHours: {
              required: number;
              covered: number;
            };
            gaps: ({
              scheduleDate: string;
              hospital: string;
              study: string;
              from: string;
              to: string;
              cause: string;
              position: string | null;
              person: string | null;
            })[];
            queryCount: number;
            validation: {
              canImport: boolean;
              canPromote: boolean;
              messages: ({
                severity: 'ERROR' | 'WARNING' | 'INFO';
                code: string;
                text: string;
                context: {
                  key: string;
                };
              })[];
            };
            stored: {
              calculatedAt: string;
              from: string;
              to: string;
              summary: unknown;
            } | null;
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
    /** Calculate the coverage of a version and keep it */
    post: {
      parameters: {
        query?: {
          from?: string;
          to?: string;
        };
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: { content: {
        'application/json': {
          from?: string;
          to?: string;
        } | null;
      } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            from: string;
            to: string;
            shiftInstances: number;
            full: number;
            partial: number;
            uncovered: number;
            mismatched: number;
            percentage: number;
            byPosition: Record<string, {
              desired: number;
              assigned: number;
            }>;
            studyHours: {
              required: number;
              covered: number;
            };
            gaps: ({
              scheduleDate: string;
              hospital: string;
              study: string;
              from: string;
              to: string;
              cause: string;
              position: string | null;
              person: string | null;
            })[];
            queryCount: number;
            validation: {
              canImport: boolean;
              canPromote: boolean;
              messages: ({
                severity: 'ERROR' | 'WARNING' | 'INFO';
                code: string;
                text: string;
                context: {
                  key: string;
                };
              })[];
            };
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
          'application/json': {
            department: string;
            timeZone: string;
            version: string;
            asOf: string | null;
            answers: ({
              at: string;
              hospital: string;
              study: string;
              label: string;
              studyType: string;
              reader: {
                name: string;
                email: string;
                phone: string | null;
                pager: string | null;
              } | null;
              cause: string | null;
              because: {
                scheduleDate: string;
                window: string | null;
                scenario: string | null;
                position: string | null;
                shiftType: string | null;
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
              /** when this answer changes */
              until: string | null;
              next: {
                name: string | null;
                cause: string | null;
              } | null;
            })[];
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
  '/api/people': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** People by name */
    get: {
      parameters: {
        query?: {
          department?: string;
          /** a part of the name, email or an alias */
          search?: string;
          specialty?: 'BODY_ONLY' | 'NEURO_ONLY' | 'BOTH';
          active?: string;
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
            people: ({
              id: string;
              name: string;
              email: string;
              specialty: 'BODY_ONLY' | 'NEURO_ONLY' | 'BOTH';
              active: boolean;
              aliases: string[];
              amionId: string | null;
              phone: string | null;
              pager: string | null;
            })[];
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
        'application/json': {
          name: string;
          email: string;
          specialty: 'BODY_ONLY' | 'NEURO_ONLY' | 'BOTH';
          aliases?: string[];
          amionId?: string | null;
          phone?: string | null;
          pager?: string | null;
          /** whose member; for an ADMIN */
          department?: string;
        };
      } };
      responses: {
        201: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            person: {
              id: string;
              name: string;
              email: string;
              specialty: 'BODY_ONLY' | 'NEURO_ONLY' | 'BOTH';
              active: boolean;
              aliases: string[];
              amionId: string | null;
              phone: string | null;
              pager: string | null;
            };
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
            person: {
              id: string;
              name: string;
              email: string;
              specialty: 'BODY_ONLY' | 'NEURO_ONLY' | 'BOTH';
              active: boolean;
              aliases: string[];
              amionId: string | null;
              phone: string | null;
              pager: string | null;
            };
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
        'application/json': {
          name?: string;
          email?: string;
          specialty?: 'BODY_ONLY' | 'NEURO_ONLY' | 'BOTH';
          aliases?: string[];
          amionId?: string | null;
          phone?: string | null;
          pager?: string | null;
          active?: boolean;
        };
      } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            person: {
              id: string;
              name: string;
              email: string;
              specialty: 'BODY_ONLY' | 'NEURO_ONLY' | 'BOTH';
              active: boolean;
              aliases: string[];
              amionId: string | null;
              phone: string | null;
              pager: string | null;
            };
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
          'application/json': {
            added: number;
            updated: number;
            unchanged: number;
            validation: {
              canImport: boolean;
              canPromote: boolean;
              messages: ({
                severity: 'ERROR' | 'WARNING' | 'INFO';
                code: string;
                text: string;
                context: {
                  key: string;
                };
              })[];
            };
          };
        } };
        422: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            added: number;
            updated: number;
            unchanged: number;
            validation: {
              canImport: boolean;
              canPromote: boolean;
              messages: ({
                severity: 'ERROR' | 'WARNING' | 'INFO';
                code: string;
                text: string;
                context: {
                  key: string;
                };
              })[];
            };
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
  '/api/hospitals': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Hospitals by code */
    get: {
      parameters: {
        query?: {
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
            hospitals: ({
              id: string;
              code: string;
              name: string;
              location: string | null;
              timeZone: string;
            })[];
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
        'application/json': {
          code: string;
          name: string;
          location?: string | null;
          timeZone?: string;
        };
      } };
      responses: {
        201: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            hospital: {
              id: string;
              code: string;
              name: string;
              location: string | null;
              timeZone: string;
            };
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
            hospital: {
              id: string;
              code: string;
              name: string;
              location: string | null;
              timeZone: string;
            };
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
    /** Correct a hospital */
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
        'application/json': {
          name?: string;
          location?: string | null;
          timeZone?: string;
        };
      } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            hospital: {
              id: string;
              code: string;
              name: string;
              location: string | null;
              timeZone: string;
            };
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
          'application/json': {
            added: number;
            updated: number;
            unchanged: number;
            validation: {
              canImport: boolean;
              canPromote: boolean;
              messages: ({
                severity: 'ERROR' | 'WARNING' | 'INFO';
                code: string;
                text: string;
                context: {
                  key: string;
                };
              })[];
            };
          };
        } };
        422: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            added: number;
            updated: number;
            unchanged: number;
            validation: {
              canImport: boolean;
              canPromote: boolean;
              messages: ({
                severity: 'ERROR' | 'WARNING' | 'INFO';
                code: string;
                text: string;
                context: {
                  key: string;
                };
              })[];
            };
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
  '/api/departments': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Departments with their settings: every one for an ADMIN, else the own */
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            departments: ({
              id: string;
              code: string;
              name: string;
              location: string | null;
              timeZone: string;
              rolloverHour: string;
              holidays: string[];
              mapping: ({
                assignment: string;
                shiftType: string | null;
              })[];
              amionBaseUrl: string | null;
              hasAmionLogin: boolean;
              amionPullMinutes: number;
            })[];
            nextCursor: null;
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
        'application/json': {
          timeZone?: string;
          rolloverHour?: string;
          holidays?: string[];
          mapping?: ({
            assignment: string;
            /** null: known to be no shift, ignore it */
            shiftType: 'DAY' | 'MidC' | 'MidL' | 'Mid3' | 'ON1' | 'ON2' | null;
          })[];
          /** null: the default address */
          amionBaseUrl?: string | null;
          /** a credential: written, never shown; null removes it */
          amionLogin?: string | null;
          amionPullMinutes?: number;
          /** of a hospital */
          code: string;
        };
      } };
      responses: {
        201: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            department: {
              id: string;
              code: string;
              name: string;
              location: string | null;
              timeZone: string;
              rolloverHour: string;
              holidays: string[];
              mapping: ({
                assignment: string;
                shiftType: string | null;
              })[];
              amionBaseUrl: string | null;
              hasAmionLogin: boolean;
              amionPullMinutes: number;
            };
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
            department: {
              id: string;
              code: string;
              name: string;
              location: string | null;
              timeZone: string;
              rolloverHour: string;
              holidays: string[];
              mapping: ({
                assignment: string;
                shiftType: string | null;
              })[];
              amionBaseUrl: string | null;
              hasAmionLogin: boolean;
              amionPullMinutes: number;
            };
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
        'application/json': {
          timeZone?: string;
          rolloverHour?: string;
          holidays?: string[];
          mapping?: ({
            assignment: string;
            /** null: known to be no shift, ignore it */
            shiftType: 'DAY' | 'MidC' | 'MidL' | 'Mid3' | 'ON1' | 'ON2' | null;
          })[];
          /** null: the default address */
          amionBaseUrl?: string | null;
          /** a credential: written, never shown; null removes it */
          amionLogin?: string | null;
          amionPullMinutes?: number;
        };
      } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            department: {
              id: string;
              code: string;
              name: string;
              location: string | null;
              timeZone: string;
              rolloverHour: string;
              holidays: string[];
              mapping: ({
                assignment: string;
                shiftType: string | null;
              })[];
              amionBaseUrl: string | null;
              hasAmionLogin: boolean;
              amionPullMinutes: number;
            };
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
            department: {
              id: string;
              code: string;
              name: string;
              location: string | null;
              timeZone: string;
              rolloverHour: string;
              holidays: string[];
              mapping: ({
                assignment: string;
                shiftType: string | null;
              })[];
              amionBaseUrl: string | null;
              hasAmionLogin: boolean;
              amionPullMinutes: number;
            };
            validation: {
              canImport: boolean;
              canPromote: boolean;
              messages: ({
                severity: 'ERROR' | 'WARNING' | 'INFO';
                code: string;
                text: string;
                context: {
                  key: string;
                };
              })[];
            };
          };
        } };
        422: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            department: null;
            validation: {
              canImport: boolean;
              canPromote: boolean;
              messages: ({
                severity: 'ERROR' | 'WARNING' | 'INFO';
                code: string;
                text: string;
                context: {
                  key: string;
                };
              })[];
            };
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
  '/api/me/assignments': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    /** Own assignments in force, by time; from today on for a year, where no dates are given */
    get: {
      parameters: {
        query?: {
          from?: string;
          to?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            assignments: ({
              department: string;
              version: string;
              asOf: string | null;
              scheduleDate: string;
              shiftType: string;
              from: string;
              to: string;
              person: {
                name: string;
                email: string;
                phone: string | null;
                pager: string | null;
              } | null;
              hospitals: string[];
              reads: string[];
              source: string;
              reason: string | null;
            })[];
            nextCursor: null;
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
            feeds: ({
              id: string;
              kind: string;
              title: string;
              department: string;
              createdAt: string;
              createdBy: string;
              lastUsedAt: string | null;
            })[];
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
        'application/json': {
          kind: 'person' | 'position' | 'hospital';
          /** default the own */
          department?: string;
          /** email, shift type, or code; default: oneself */
          of?: string;
        };
      } };
      responses: {
        201: { headers: { [name: string]: unknown }; content: {
          'application/json': {
            feed: {
              id: string;
              kind: string;
              title: string;
              department: string;
              createdAt: string;
              createdBy: string;
              lastUsedAt: string | null;
            };
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
            walls: ({
              id: string;
              department: string;
              createdAt: string;
              createdBy: string;
              lastUsedAt: string | null;
            })[];
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
            wall: {
              id: string;
              department: string;
              createdAt: string;
              createdBy: string;
              lastUsedAt: string | null;
            };
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
          'application/json': {
            department: {
              code: string;
              name: string;
              timeZone: string;
            };
            now: string;
            /** null: no schedule is in force */
            who: {
              department: string;
              timeZone: string;
              version: string;
              asOf: string | null;
              answers: ({
                at: string;
                hospital: string;
                study: string;
                label: string;
                studyType: string;
                reader: {
                  name: string;
                  email: string;
                  phone: string | null;
                  pager: string | null;
                } | null;
                cause: string | null;
                because: {
                  scheduleDate: string;
                  window: string | null;
                  scenario: string | null;
                  position: string | null;
                  shiftType: string | null;
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
                /** when this answer changes */
                until: string | null;
                next: {
                  name: string | null;
                  cause: string | null;
                } | null;
              })[];
            } | null;
            duties: ({
              department: string;
              version: string;
              asOf: string | null;
              scheduleDate: string;
              shiftType: string;
              from: string;
              to: string;
              person: {
                name: string;
                email: string;
                phone: string | null;
                pager: string | null;
              } | null;
              hospitals: string[];
              reads: string[];
              source: string;
              reason: string | null;
            })[];
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
}

export interface components {
  schemas: {
    Problem: {
      /** about:blank: the title says no more than the status */
      type: string;
      title: string;
      status: number;
      /** What is wrong and what to do */
      detail: string;
      code: 'NOT_FOUND' | 'BAD_REQUEST' | 'CONFLICT' | 'REFUSED' | 'NO_SCHEDULE' | 'UNAUTHENTICATED' | 'FORBIDDEN' | 'TOO_MANY_REQUESTS' | 'UNAVAILABLE' | 'METHOD_NOT_ALLOWED' | 'REQUEST_TIMEOUT' | 'PAYLOAD_TOO_LARGE' | 'URI_TOO_LONG' | 'UNSUPPORTED_MEDIA_TYPE' | 'HEADERS_TOO_LARGE' | 'INTERNAL';
      requestId: string;
      /** Everything found, where there is a validation */
      validation?: unknown;
      /** What is wrong with the request itself, one entry a field */
      faults?: {
        path: string;
        message: string;
      }[];
      /** Where nobody is signed in: how somebody can */
      signInMethods?: ('password' | 'provider')[];
    };
  };
}
