// SPDX-License-Identifier: Apache-2.0
// Something to compile beside the precompiled headers.
