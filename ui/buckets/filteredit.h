// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/rows/bucketstore.h"

#include <QCompleter>
#include <QLineEdit>
#include <QPointer>
#include <QStandardItemModel>
#include <QTimer>

namespace buckets {
class BucketCompletion;
}

namespace ui {

/// Where a filter for buckets is typed. Offers what the last word can become: a field, or a value
/// of the field that has been typed. Down asks for the fields before anything is typed.
class FilterEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit FilterEdit(QWidget *parent = nullptr);

    /// Whose values are offered; nullptr: only fields are.
    void setBuckets(const buckets::BucketStore *buckets);

    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    QStringList termsFor(const buckets::BucketCompletion &completion) const;
    void offer(const QStringList &terms);
    void take(const QModelIndex &offered);
    bool isOffering() const;

    QPointer<const buckets::BucketStore> m_buckets;
    QStandardItemModel m_terms;
    QCompleter m_completer;
    /// Runs while somebody types: looking for values must not hold up the next key.
    QTimer m_pause;
};

} // namespace ui
