// SPDX-License-Identifier: Apache-2.0
#pragma once

class QCoreApplication;

namespace atlassim {

/// Quits the application, from its event loop, on SIGTERM and SIGINT. Does nothing off Unix.
void quitOnTerminationSignals(QCoreApplication &application);

/// Quits the application when standard input ends. Does nothing off Unix.
void quitWhenStdinCloses(QCoreApplication &application);

} // namespace atlassim
