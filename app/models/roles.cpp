// SPDX-License-Identifier: Apache-2.0
#include "models/roles.h"

#include <QAbstractItemModel>

namespace models {

QString fullText(const QModelIndex &index)
{
    const QVariant full = index.data(FullTextRole);
    return full.isValid() ? full.toString() : index.data().toString();
}

} // namespace models
