// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/check/exportcheck.h"
#include "insight/history/historykeeper.h"

#include <QDateTime>
#include <QObject>
#include <QString>

#include <memory>

/// Keeps what each check of the exports has read, while the user wants it kept, and tells the check
/// what earlier readings prove. Of the window's thread.
class ReadingKeeper : public QObject
{
    Q_OBJECT

public:
    /// `check` must outlive this. An empty `path` keeps nothing, ever.
    ReadingKeeper(insight::ExportCheck &check, const QString &path, QObject *parent = nullptr);

    /// Whether readings are kept from now on. Those that are kept already stay.
    void setEnabled(bool enabled);
    /// Somebody looks at what readings are about: reads what is kept, which most days begin
    /// without.
    void open();
    /// The file; empty: none, ever.
    const QString &path() const { return m_path; }
    /// What is kept; nullptr while nothing is, or nobody has asked for it.
    insight::HistoryKeeper *history() const { return m_isOpen ? m_history.get() : nullptr; }
    /// The same, whether anybody has asked for it or not.
    insight::HistoryKeeper *store() const { return m_history.get(); }
    /// Whose readings are forgotten.
    enum class Whose : quint8 { OfThisAccount, OfAllAccounts };

    /// Forgets readings that are kept, also while none are kept any more. Those to come are kept as
    /// before.
    void forget(Whose whose);

Q_SIGNALS:
    /// history() is another.
    void historyChanged();
    /// Something has gone wrong with what is kept, as HistoryKeeper::failed().
    void failed(const insight::HistoryProblem &problem);

private:
    void follow();
    void update();
    void keepIfDone();

    insight::ExportCheck &m_check;
    QString m_path;
    bool m_isEnabled = false;
    bool m_isOpen = false;
    std::unique_ptr<insight::HistoryKeeper> m_history;
    /// When the last check ended whose reading is kept.
    QDateTime m_keptAt;
};
