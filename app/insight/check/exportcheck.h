// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/reading/failurestreak.h"
#include "insight/check/checkpace.h"
#include "insight/check/foundfindings.h"
#include "insight/check/projectcheck.h"
#include "insight/health/finding.h"
#include "insight/history/exportspans.h"

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <deque>
#include <map>
#include <memory>
#include <optional>

namespace net {
struct Exchange;
}

namespace insight {

/// Reads of all projects what the rules need, many projects beside each other, each as fast as
/// Atlas allows and none held up by another; then says what the rules find. Reads the buckets
/// first, as far as the inventory has not. Of the window's thread.
class ExportCheck : public QObject
{
    Q_OBJECT
    Q_PROPERTY(State state READ state NOTIFY changed)

public:
    enum class State {
        Unchecked,
        Checking,
        /// By the user, or because Atlas cannot be reached at all; resume() goes on.
        Stopped,
        /// All has been read, or has failed.
        Checked,
    };
    Q_ENUM(State)

    using Progress = CheckProgress;

    explicit ExportCheck(const CheckReaders &readers, QObject *parent = nullptr);
    ~ExportCheck() override;

    State state() const { return m_state; }
    Progress progress() const;
    /// How many requests the next check is expected to make: as many as the last one that has
    /// ended, or what the numbers of clusters let expect. 0 as long as the projects are not known.
    int expectedCalls() const;
    /// Of the projects that have been read so far; while they are read anew, those of the last time
    /// until then. Sorted as findingsIn() does; none is marked as accepted.
    const QList<Finding> &findings() const { return m_found.all(); }
    /// When the last check ended. UTC; invalid until then.
    QDateTime checkedAt() const { return m_checkedAt; }
    /// What the last check that ended could not look at, and nobody is to blame for, in a sentence;
    /// nothing if it looked at all.
    const std::optional<atlas::Wording> &note() const { return m_note; }
    /// Why the check was stopped, if the user has not done it.
    const std::optional<atlas::ApiError> &stopReason() const { return m_stopReason; }
    /// What has been read of a project in this check; nullptr if it has not begun.
    const ProjectFacts *factsOf(atlas::ProjectId project) const;
    /// What has been read of all projects, those that are not done among them. `now` is the moment.
    Facts facts() const;

    /// What an earlier check had read, and what the rules found in it then.
    struct Kept
    {
        Facts facts{};
        FoundFindings::ByProject found{};
        FoundFindings::ByProject foundAcross{};
    };

    /// What the rules find in these facts, at the time that they are of. Pure; any thread.
    static Kept keptOf(const Facts &facts, const ExportSpans &spans);
    /// Shows an earlier check as if it had been made here, until another is started. Does nothing
    /// if one has been.
    void showKept(const Kept &kept);
    /// Whether that is what is shown.
    bool isKept() const { return m_isKept; }

    /// What earlier readings prove; nothing at first.
    const ExportSpans &exportSpans() const { return m_spans; }
    /// What earlier readings prove, from now on: of projects that are read from then on.
    void setExportSpans(const ExportSpans &spans) { m_spans = spans; }

public Q_SLOTS:
    /// Reads everything anew.
    void start();
    /// Ends the reading; what has arrived stays.
    void stop();
    /// Goes on where it was stopped: reads only what is missing.
    void resume();

Q_SIGNALS:
    /// Anything that can be read here has changed. While checking, it comes now and then.
    void changed();
    /// A call has failed that nobody else tells of: once a project and kind at most.
    void failed(const atlas::ApiError &error);
    /// How a project uses its buckets is being read.
    void usageBegun(const buckets::ProjectUsage *usage);

private:
    using Checks = std::map<atlas::ProjectId, std::unique_ptr<ProjectCheck>>;

    void resumeReading();
    void followInventory();
    void takeUpProjects();
    void dropGoneProjects();
    void turnSoon();
    void giveTurns();
    bool isReady(const ProjectCheck &check) const;
    void begin(ProjectCheck &check);
    void noteDone(ProjectCheck &check);
    void noteExchange(const net::Exchange &exchange);
    void noteFailure(const atlas::ApiError &error);
    void tellOf(const atlas::ApiError &error);
    void endIfDone();
    void lookAcross();
    void endEarly(const std::optional<atlas::ApiError> &reason);
    void setState(State state);
    void changeSoon();
    void change();

    CheckReaders m_readers;
    ExportSpans m_spans;
    State m_state = State::Unchecked;
    std::optional<atlas::ApiError> m_stopReason;
    std::optional<atlas::Wording> m_note;
    QDateTime m_checkedAt;
    bool m_isKept = false;
    Checks m_checks;
    /// Whether the list of projects may have some that are not among m_checks.
    bool m_hasNewProjects = true;
    /// Those that have not begun, in the order of the list of projects.
    std::deque<ProjectCheck *> m_line;
    QList<ProjectCheck *> m_active;
    CheckPace m_pace;
    /// Of the last check that has ended.
    int m_callsOfLast = 0;
    buckets::FailureStreak m_streak;
    /// That the role for private endpoints is missing was told.
    bool m_wasOwnerMissed = false;
    FoundFindings m_found;
    /// How far a look at all projects together has come. Anything new to read begins it anew.
    enum class LookAcross { None, Noted, Found, Shown };
    LookAcross m_lookAcross = LookAcross::None;
    QTimer m_turn;
    QTimer m_changes;
};

} // namespace insight
